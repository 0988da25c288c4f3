package dev.clickpath.storefront.language;

import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * All that the shop says in one language.
 */
public final class Words {

	private final Language language;

	private final Map<String, Message> messages;

	private final Map<String, Message> english;

	private final @Nullable String catalogueLanguage;

	private final Unsaid unsaid;

	private final Digits digits;

	private final String percent;

	private final DateTimeFormatter day;

	private final DateTimeFormatter date;

	private final DateTimeFormatter moment;

	Words(Language language, Map<String, Message> messages, Map<String, Message> english,
			@Nullable String catalogueLanguage, Unsaid unsaid) {
		this.language = language;
		this.messages = messages;
		this.english = english;
		this.catalogueLanguage = catalogueLanguage;
		this.unsaid = unsaid;
		DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(language.locale());
		this.digits = new Digits(symbols.getGroupingSeparator(), symbols.getDecimalSeparator());
		this.percent = NumberFormat.getPercentInstance(language.locale()).format(0).substring(1);
		this.day = DateTimeFormatter.ofLocalizedPattern("MMMEd").withLocale(language.calendar());
		this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language.calendar());
		this.moment = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
			.withLocale(language.calendar())
			.withZone(ZoneOffset.UTC);
	}

	public Language language() {
		return this.language;
	}

	/**
	 * The BCP 47 tag of the language in which products are described, or null when it is
	 * this one.
	 */
	public @Nullable String catalogueLanguage() {
		return this.catalogueLanguage;
	}

	/**
	 * A text that takes no arguments.
	 */
	public String of(String key) {
		Message message = this.messages.get(key);
		String plain = (message != null) ? message.plain() : null;
		return (plain != null) ? plain : this.unsaid.word(this.language, key);
	}

	/**
	 * A text with its arguments: whole numbers are written as the language does, anything
	 * else is put in as it is.
	 */
	public String of(String key, Object... arguments) {
		Message message = this.messages.get(key);
		if (message == null) {
			return this.unsaid.word(this.language, key);
		}
		StringBuilder text = new StringBuilder(80);
		message.append(text, this, arguments);
		return text.toString();
	}

	/**
	 * A text that takes no arguments, or null when there is none with this key.
	 */
	public @Nullable String find(String key) {
		Message message = this.messages.get(key);
		return (message != null) ? message.plain() : null;
	}

	/**
	 * What somebody else calls something, in this language: the text with the key if that
	 * is what its English says, else the name as it is.
	 */
	public String translated(String name, String key) {
		Message english = this.english.get(key);
		String own = (english != null && name.equals(english.plain())) ? find(key) : null;
		return (own != null) ? own : name;
	}

	/**
	 * {@code 1,204}.
	 */
	public String number(long number) {
		if (number >= 0 && number < 1_000) {
			return Long.toString(number);
		}
		StringBuilder text = new StringBuilder((number < 0) ? "-" : "");
		this.digits.append(text, Math.abs(number));
		return text.toString();
	}

	/**
	 * A number with one decimal: {@code 4.4}.
	 * @param number not negative
	 */
	public String decimal(double number) {
		StringBuilder text = new StringBuilder();
		this.digits.append(text, Math.round(number * 10), 1);
		return text.toString();
	}

	/**
	 * {@code 17%}.
	 */
	public String percent(long percent) {
		return number(percent) + this.percent;
	}

	/**
	 * A day near by: {@code Wed 25 Nov}.
	 */
	public String day(LocalDate day) {
		return this.day.format(day);
	}

	/**
	 * A day of any year: {@code 25 November 2026}.
	 */
	public String date(LocalDate day) {
		return this.date.format(day);
	}

	/**
	 * A moment, to the minute, in UTC: {@code 25 November 2026, 14:05}.
	 */
	public String moment(Instant moment) {
		return this.moment.format(moment);
	}

	/** What to say where words are missing, or have arguments that nobody gave. */
	interface Unsaid {

		String word(Language language, String key);

	}

}
