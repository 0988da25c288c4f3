package dev.clickpath.cli.click.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.clickpath.cli.click.timeline.FieldValue;

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
					Map<String, String> parameters = parameters(parts);
					parameters.put("href", address.substring(1, address.length() - 1));
					needs.addAll(Links.early(base, parameters));
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
