package dev.clickpath.cli.load.report;

import java.util.Locale;

/**
 * Numbers for people.
 */
final class Amounts {

	private static final double KILO = 1e3;

	private static final double MEGA = 1e6;

	private Amounts() {
	}

	static String count(long number) {
		return String.format(Locale.UK, "%,d", number);
	}

	/** Three digits that count. */
	static String of(double number) {
		int decimals = (number >= 99.95) ? 0 : (number >= 9.995) ? 1 : 2;
		return String.format(Locale.UK, "%,." + decimals + "f", number);
	}

	static String millis(double millis) {
		return (millis >= KILO) ? of(millis / KILO) + " s" : of(millis) + " ms";
	}

	static String bytes(long bytes) {
		return (bytes >= MEGA) ? of(bytes / MEGA) + " MB" : of(bytes / KILO) + " KB";
	}

	/** Of nothing there is no share. */
	static String percent(double share) {
		return Double.isNaN(share) ? "–" : of(share * 100) + " %";
	}

}
