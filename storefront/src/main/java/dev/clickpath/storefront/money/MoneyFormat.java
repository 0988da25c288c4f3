package dev.clickpath.storefront.money;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;

import dev.clickpath.storefront.language.Digits;

/**
 * How amounts of one currency are written in one language, as the JDK's CLDR data has it:
 * what stands before and after the digits, and the digits. Unlike the JDK's formats it
 * can be used by many threads at once.
 */
record MoneyFormat(String before, String after, Digits digits, int fractionDigits) {

	private static final char NO_BREAK_SPACE = '\u00a0';

	static MoneyFormat of(Locale locale, String currency) {
		Currency unit = Currency.getInstance(currency);
		DecimalFormat format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
		format.setCurrency(unit);
		DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
		return new MoneyFormat(apart(format.getPositivePrefix()), format.getPositiveSuffix(),
				new Digits(symbols.getMonetaryGroupingSeparator(), symbols.getMonetaryDecimalSeparator()),
				Math.max(0, unit.getDefaultFractionDigits()));
	}

	/** CLDR sets letters apart from digits ("currencySpacing"), the JDK does not. */
	private static String apart(String before) {
		return (!before.isEmpty() && Character.isLetter(before.charAt(before.length() - 1))) ? before + NO_BREAK_SPACE
				: before;
	}

	String text(long amount) {
		return text(amount, this.fractionDigits);
	}

	/** An amount in whole units, without their fractions. */
	String whole(long units) {
		return text(units, 0);
	}

	private String text(long amount, int fractionDigits) {
		StringBuilder text = new StringBuilder(16);
		if (amount < 0) {
			text.append('-');
		}
		text.append(this.before);
		this.digits.append(text, Math.abs(amount), fractionDigits);
		return text.append(this.after).toString();
	}

}
