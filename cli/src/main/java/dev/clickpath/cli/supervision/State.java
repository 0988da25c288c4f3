package dev.clickpath.cli.supervision;

import java.util.Locale;

/**
 * Where a kept process stands.
 */
public enum State {

	STARTING, UP, WAITING, STOPPED;

	@Override
	public String toString() {
		return name().toLowerCase(Locale.ROOT);
	}

}
