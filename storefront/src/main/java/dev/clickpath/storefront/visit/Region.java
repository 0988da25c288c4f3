package dev.clickpath.storefront.visit;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where the shop delivers to, chosen under "Deliver to".
 */
public enum Region {

	EU("eu", 2), US("us", 4), AP("ap", 6);

	static final Region USUAL = EU;

	private final String slug;

	private final String words;

	private final int workingDays;

	Region(String slug, int workingDays) {
		this.slug = slug;
		this.words = "region." + slug;
		this.workingDays = workingDays;
	}

	/**
	 * Its value in cookies and forms.
	 */
	public String slug() {
		return this.slug;
	}

	/**
	 * The key of its name for people; with {@code .to} and {@code .in} at the end, of
	 * what goes there and of what happens there.
	 */
	public String words() {
		return this.words;
	}

	/**
	 * How long a parcel is under way, in days from Monday to Saturday.
	 */
	public int workingDays() {
		return this.workingDays;
	}

	/**
	 * What may be paid with there, by ISO 4217 codes, the usual one first.
	 */
	public List<String> currencies() {
		return switch (this) {
			case EU -> List.of("EUR", "GBP");
			case US -> List.of("USD");
			case AP -> List.of("JPY", "USD");
		};
	}

	/**
	 * The currency asked for where it may be paid with, else the usual one.
	 */
	public String currency(@Nullable String asked) {
		List<String> currencies = currencies();
		return (asked != null && currencies.contains(asked)) ? asked : currencies.getFirst();
	}

	/** Whether it may be paid with anywhere. */
	static boolean takes(String currency) {
		return Arrays.stream(values()).anyMatch((region) -> region.currencies().contains(currency));
	}

	/**
	 * The region with this slug.
	 */
	public static Optional<Region> of(@Nullable String slug) {
		return Arrays.stream(values()).filter((region) -> region.slug.equals(slug)).findFirst();
	}

}
