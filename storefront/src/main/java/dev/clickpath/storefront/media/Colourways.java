package dev.clickpath.storefront.media;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import org.springframework.core.io.Resource;

/**
 * The colours a drawing can have, each a set of tones.
 */
final class Colourways {

	/** The line of a drawing that holds its own tones. */
	private static final Pattern TONES = Pattern.compile("<style>:root\\{[^}]*}</style>");

	private final Map<String, String> styles;

	private Colourways(Map<String, String> styles) {
		this.styles = styles;
	}

	static Colourways read(Resource file) throws IOException {
		try (InputStream input = file.getInputStream()) {
			Map<String, Map<String, String>> tones = new Yaml(new SafeConstructor(new LoaderOptions())).load(input);
			Map<String, String> styles = new TreeMap<>();
			tones.forEach((slug, ofColour) -> styles.put(slug, style(ofColour)));
			return new Colourways(styles);
		}
	}

	/**
	 * The drawing in a colourway, empty when there is no such colourway.
	 */
	Optional<String> paint(String drawing, String colourway) {
		return Optional.ofNullable(this.styles.get(colourway))
			.map((style) -> TONES.matcher(drawing).replaceFirst(style));
	}

	private static String style(Map<String, String> tones) {
		return tones.entrySet()
			.stream()
			.map((tone) -> "--" + tone.getKey() + ":" + tone.getValue())
			.collect(Collectors.joining(";", "<style>:root{", "}</style>"));
	}

}
