package dev.clickpath.storefront.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * A language the shop speaks.
 */
public enum Language {

	/** Spelled and dated as in Britain, with the currency signs known everywhere. */
	EN("en", "English", Locale.ENGLISH, Locale.UK),

	DE("de", "Deutsch", Locale.GERMAN, Locale.GERMAN),

	ES("es", "Español", Locale.of("es"), Locale.of("es")),

	FR("fr", "Français", Locale.FRENCH, Locale.FRENCH),

	JA("ja", "日本語", Locale.JAPANESE, Locale.JAPANESE);

	/** What is spoken with those who say nothing. */
	public static final Language USUAL = EN;

	private final String tag;

	private final String ownName;

	private final Locale locale;

	private final Locale calendar;

	Language(String tag, String ownName, Locale locale, Locale calendar) {
		this.tag = tag;
		this.ownName = ownName;
		this.locale = locale;
		this.calendar = calendar;
	}

	/**
	 * Its BCP 47 tag, which is also its value in cookies, forms and addresses.
	 */
	public String tag() {
		return this.tag;
	}

	/**
	 * What it calls itself.
	 */
	public String ownName() {
		return this.ownName;
	}

	/**
	 * How it writes numbers and amounts.
	 */
	public Locale locale() {
		return this.locale;
	}

	/** How it writes dates. */
	Locale calendar() {
		return this.calendar;
	}

	/**
	 * The language with this tag.
	 */
	public static Optional<Language> of(@Nullable String tag) {
		return Arrays.stream(values()).filter((language) -> language.tag.equals(tag)).findFirst();
	}

	/** The language of a page that is drawn, told by the locale the page was given. */
	static Language of(@Nullable Locale locale) {
		for (Language language : values()) {
			if (language.locale.equals(locale)) {
				return language;
			}
		}
		return USUAL;
	}

}
