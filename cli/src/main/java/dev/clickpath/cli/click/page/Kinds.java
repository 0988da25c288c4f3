package dev.clickpath.cli.click.page;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.clickpath.cli.click.timeline.Kind;

/**
 * What things are by {@code as} and by {@code type}.
 */
final class Kinds {

	/** MIME Sniffing, section 4.6. */
	private static final Pattern JAVASCRIPT = Pattern
		.compile("(application|text)/(x-)?(java|ecma)script|text/(javascript1\\.[0-5]|jscript|livescript)");

	/** The types that browsers read; of other kinds they read all. */
	private static final Map<Kind, Pattern> READABLE = Map.of(Kind.STYLE, Pattern.compile("text/css"), Kind.SCRIPT,
			JAVASCRIPT, Kind.FONT, Pattern.compile("font/.*|application/(x-)?font-.*"), Kind.PICTURE,
			Pattern.compile("image/(avif|webp|svg\\+xml|a?png|jpeg|gif|bmp|x-icon|vnd\\.microsoft\\.icon)"));

	private Kinds() {
	}

	/** Nothing for what browsers do not load early. */
	static Optional<Kind> of(String as) {
		return switch (as.toLowerCase(Locale.ROOT)) {
			case "style" -> Optional.of(Kind.STYLE);
			case "script" -> Optional.of(Kind.SCRIPT);
			case "font" -> Optional.of(Kind.FONT);
			case "image" -> Optional.of(Kind.PICTURE);
			case "fetch", "track" -> Optional.of(Kind.OTHER);
			default -> Optional.empty();
		};
	}

	/** Whether browsers read it; they try where they are not told. */
	static boolean isReadable(Kind kind, String type) {
		String essence = type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
		Pattern readable = READABLE.get(kind);
		return essence.isEmpty() || readable == null || readable.matcher(essence).matches();
	}

	/** Whether it is a script to run; others are data (HTML, section 4.12.1). */
	static boolean isScript(String type) {
		String whole = type.strip().toLowerCase(Locale.ROOT);
		return whole.isEmpty() || isModule(type) || JAVASCRIPT.matcher(whole).matches();
	}

	static boolean isModule(String type) {
		return type.strip().equalsIgnoreCase("module");
	}

}
