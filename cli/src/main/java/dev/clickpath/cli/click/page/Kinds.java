package dev.clickpath.cli.click.page;

import java.util.Locale;

import dev.clickpath.cli.click.timeline.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What {@code as} says something is.
 */
final class Kinds {

	private Kinds() {
	}

	static Kind of(@Nullable String as) {
		return switch ((as != null) ? as.toLowerCase(Locale.ROOT) : "") {
			case "style" -> Kind.STYLE;
			case "script" -> Kind.SCRIPT;
			case "font" -> Kind.FONT;
			case "image" -> Kind.PICTURE;
			default -> Kind.OTHER;
		};
	}

}
