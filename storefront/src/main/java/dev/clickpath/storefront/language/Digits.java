package dev.clickpath.storefront.language;

/**
 * How digits are set: {@code 1,234} or {@code 1.234}. Unlike the JDK's formats it can be
 * used by many threads at once.
 *
 * @param grouping between groups of three
 * @param decimal before the fraction
 */
public record Digits(char grouping, char decimal) {

	/**
	 * Appends a whole number.
	 * @param number not negative
	 */
	public void append(StringBuilder text, long number) {
		String plain = Long.toString(number);
		for (int at = 0; at < plain.length(); at++) {
			if (at > 0 && (plain.length() - at) % 3 == 0) {
				text.append(this.grouping);
			}
			text.append(plain.charAt(at));
		}
	}

	/**
	 * Appends a number given in units of its last digit.
	 * @param number not negative
	 * @param fractionDigits how many of its digits are the fraction
	 */
	public void append(StringBuilder text, long number, int fractionDigits) {
		long unit = 1;
		for (int digit = 0; digit < fractionDigits; digit++) {
			unit *= 10;
		}
		append(text, number / unit);
		if (fractionDigits > 0) {
			text.append(this.decimal);
			String fraction = Long.toString(number % unit);
			text.repeat('0', fractionDigits - fraction.length()).append(fraction);
		}
	}

}
