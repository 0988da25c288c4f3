package dev.clickpath.storefront.customer;

import org.jspecify.annotations.Nullable;

/**
 * What an account has chosen, by its values in forms; null where it has not.
 *
 * @param region where to deliver to
 * @param language what to speak
 * @param currency what to reckon in
 */
public record Preferences(@Nullable String region, @Nullable String language, @Nullable String currency) {

	public static final Preferences NONE = new Preferences(null, null, null);

}
