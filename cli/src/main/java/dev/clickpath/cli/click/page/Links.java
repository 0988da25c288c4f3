package dev.clickpath.cli.click.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.clickpath.cli.click.timeline.Kind;

/**
 * What links ask a browser to get (HTML, section 4.6.7), by the attributes of their
 * element, or by the parameters of their field with the address as {@code href}.
 */
final class Links {

	private Links() {
	}

	/** What is to be loaded, or connected to, before it is needed. */
	static List<Need> early(URI base, Map<String, String> attributes) {
		List<Need> needs = new ArrayList<>();
		for (String relation : relations(attributes)) {
			Optional<Need> need = switch (relation) {
				case "preload" -> preload(base, attributes);
				case "modulepreload" -> load(base, attributes.getOrDefault("href", ""), Kind.SCRIPT, attributes)
					.map((module) -> new Need(module.address(), module.kind(), true, false));
				case "preconnect" -> Addresses.of(base, attributes.getOrDefault("href", ""))
					.map((address) -> new Need(address, Kind.OTHER, isAnonymous(attributes), true));
				default -> Optional.empty();
			};
			need.ifPresent(needs::add);
		}
		return needs;
	}

	/** A stylesheet, if it is one. */
	static Optional<Need> style(URI base, Map<String, String> attributes) {
		return relations(attributes).contains("stylesheet")
				? load(base, attributes.getOrDefault("href", ""), Kind.STYLE, attributes) : Optional.empty();
	}

	/** Whether it is asked for without credentials. */
	static boolean isAnonymous(Map<String, String> attributes) {
		String crossOrigin = attributes.get("crossorigin");
		return crossOrigin != null && !crossOrigin.equalsIgnoreCase("use-credentials");
	}

	private static List<String> relations(Map<String, String> attributes) {
		return List.of(attributes.getOrDefault("rel", "").toLowerCase(Locale.ROOT).split("\\s+", -1));
	}

	private static Optional<Need> preload(URI base, Map<String, String> attributes) {
		String reference = attributes.getOrDefault("href", "");
		return Kinds.of(attributes.getOrDefault("as", ""))
			.flatMap(
					(kind) -> load(base,
							(kind == Kind.PICTURE && reference.isBlank())
									? Srcset.first(attributes.getOrDefault("imagesrcset", "")) : reference,
							kind, attributes));
	}

	private static Optional<Need> load(URI base, String reference, Kind kind, Map<String, String> attributes) {
		boolean wanted = Media.isForScreens(attributes.getOrDefault("media", ""))
				&& Kinds.isReadable(kind, attributes.getOrDefault("type", ""));
		return wanted ? Addresses.of(base, reference)
			.map((address) -> new Need(address, kind, isAnonymous(attributes), false)) : Optional.empty();
	}

}
