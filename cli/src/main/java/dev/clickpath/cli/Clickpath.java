package dev.clickpath.cli;

/**
 * The command line: {@code ./clickpath up} and its sisters.
 */
public final class Clickpath {

	private Clickpath() {
	}

	public static void main(String[] args) {
	}

}
