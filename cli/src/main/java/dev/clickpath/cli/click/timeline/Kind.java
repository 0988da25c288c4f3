package dev.clickpath.cli.click.timeline;

import java.util.Locale;

/**
 * What is asked for.
 */
public enum Kind {

	PAGE, STYLE, SCRIPT, FONT, PICTURE, OTHER;

	@Override
	public String toString() {
		return (this == STYLE) ? "stylesheet" : name().toLowerCase(Locale.ROOT);
	}

}
