package dev.clickpath.cli.click.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.clickpath.cli.click.timeline.FieldValue;
import dev.clickpath.cli.click.timeline.Kind;

/**
 * What {@code Link} (RFC 8288) asks a browser to do early.
 */
public final class LinkField {

	private LinkField() {
	}

	/**
	 * What is to be loaded or connected to; links of other relations say nothing about
	 * that.
	 */
	public static List<Need> needs(URI base, List<String> lines) {
		List<Need> needs = new ArrayList<>();
		for (String line : lines) {
			for (String link : FieldValue.split(line, ',')) {
				List<String> parts = FieldValue.split(link, ';');
				String address = parts.getFirst();
				if (address.startsWith("<") && address.endsWith(">")) {
					add(needs, base, address.substring(1, address.length() - 1), parameters(parts));
				}
			}
		}
		return needs;
	}

	/** How many links there are, whatever they are for. */
	public static int count(List<String> lines) {
		return (int) lines.stream()
			.flatMap((line) -> FieldValue.split(line, ',').stream())
			.filter((link) -> link.startsWith("<"))
			.count();
	}

	private static void add(List<Need> needs, URI base, String reference, Map<String, String> parameters) {
		boolean anonymous = isAnonymous(parameters);
		for (String relation : parameters.getOrDefault("rel", "").toLowerCase(Locale.ROOT).split("\\s+", -1)) {
			Addresses.of(base, reference).map((address) -> switch (relation) {
				case "preload" -> new Need(address, Kinds.of(parameters.get("as")), anonymous, false);
				case "modulepreload" -> new Need(address, Kind.SCRIPT, true, false);
				case "preconnect" -> new Need(address, Kind.OTHER, anonymous, true);
				default -> null;
			}).ifPresent(needs::add);
		}
	}

	private static boolean isAnonymous(Map<String, String> parameters) {
		String crossOrigin = parameters.get("crossorigin");
		return crossOrigin != null && !crossOrigin.equalsIgnoreCase("use-credentials");
	}

	private static Map<String, String> parameters(List<String> parts) {
		Map<String, String> parameters = new HashMap<>();
		for (String part : parts.subList(1, parts.size())) {
			int equals = part.indexOf('=');
			String name = ((equals < 0) ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
			parameters.putIfAbsent(name, (equals < 0) ? "" : FieldValue.unquote(part.substring(equals + 1).strip()));
		}
		return parameters;
	}

}
