package dev.clickpath.storefront.payment;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A card as someone typed it.
 *
 * @param number its number, with or without spaces
 * @param expiry month and year: {@code 04/29}
 * @param code the security code
 */
public record CardEntry(String number, String expiry, String code) {

	/** The fields, by their names in forms. */
	public static final String NUMBER = "card-number";

	public static final String EXPIRY = "card-expiry";

	public static final String CODE = "card-code";

	private static final Pattern SEPARATORS = Pattern.compile("[ -]");

	private static final Pattern DIGITS = Pattern.compile("[0-9]{12,19}");

	private static final Pattern MONTH_AND_YEAR = Pattern.compile("\\s*([0-9]{1,2})\\s*/\\s*(?:20)?([0-9]{2})\\s*");

	private static final Pattern SECURITY_CODE = Pattern.compile("[0-9]{3,4}");

	/** Cards are given out for some years, never for as many. */
	private static final int LONGEST_YEARS = 20;

	/**
	 * What is wrong with it: a word of the shop's for each field that is.
	 */
	public Map<String, String> errors(YearMonth thisMonth) {
		Map<String, String> errors = new LinkedHashMap<>();
		note(errors, NUMBER, numberError());
		note(errors, EXPIRY, expiryError(thisMonth));
		note(errors, CODE, SECURITY_CODE.matcher(this.code.strip()).matches() ? null : "payment.error.code");
		return errors;
	}

	/**
	 * The card, of an entry without errors.
	 */
	public Card card() {
		return new Card(digits(), month().orElseThrow(), this.code.strip());
	}

	/** Whatever writes it down writes nothing of it. */
	@Override
	public String toString() {
		return "A card as typed";
	}

	private @Nullable String numberError() {
		String digits = digits();
		if (digits.isEmpty()) {
			return "payment.error.number-missing";
		}
		if (!DIGITS.matcher(digits).matches() || !passesCheck(digits)) {
			return "payment.error.number";
		}
		return TestCard.of(digits).isPresent() ? null : "payment.error.not-a-test-card";
	}

	private @Nullable String expiryError(YearMonth thisMonth) {
		Optional<YearMonth> month = month();
		if (month.isEmpty() || month.get().isAfter(thisMonth.plusYears(LONGEST_YEARS))) {
			return "payment.error.expiry";
		}
		return month.get().isBefore(thisMonth) ? "payment.error.expired" : null;
	}

	private Optional<YearMonth> month() {
		Matcher typed = MONTH_AND_YEAR.matcher(this.expiry);
		if (!typed.matches()) {
			return Optional.empty();
		}
		try {
			return Optional.of(YearMonth.of(2000 + Integer.parseInt(typed.group(2)), Integer.parseInt(typed.group(1))));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private String digits() {
		return SEPARATORS.matcher(this.number).replaceAll("");
	}

	/** ISO/IEC 7812-1, annex B: every second digit from the right counts double. */
	private static boolean passesCheck(String digits) {
		int sum = 0;
		for (int i = 0; i < digits.length(); i++) {
			int digit = digits.charAt(digits.length() - 1 - i) - '0';
			int counted = (i % 2 == 0) ? digit : 2 * digit;
			sum += (counted > 9) ? counted - 9 : counted;
		}
		return sum % 10 == 0;
	}

	private static void note(Map<String, String> errors, String field, @Nullable String error) {
		if (error != null) {
			errors.put(field, error);
		}
	}

}
