package dev.clickpath.storefront.visit;

import java.util.Arrays;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where the shop delivers to, chosen under "Deliver to".
 */
public enum Region {

	EU("eu", "Europe", 2), US("us", "United States", 4), AP("ap", "Asia-Pacific", 6);

	static final Region USUAL = EU;

	private final String slug;

	private final String words;

	private final int workingDays;

	Region(String slug, String words, int workingDays) {
		this.slug = slug;
		this.words = words;
		this.workingDays = workingDays;
	}

	/**
	 * Its value in cookies and forms.
	 */
	public String slug() {
		return this.slug;
	}

	/**
	 * Its name for people.
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

	static Optional<Region> of(@Nullable String slug) {
		return Arrays.stream(values()).filter((region) -> region.slug.equals(slug)).findFirst();
	}

}
