package dev.clickpath.storefront.interest;

import java.util.List;

import dev.clickpath.storefront.card.Card;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor does not want to see.
 *
 * @param gone what they have just said so of, or null
 * @param back the page they said it on
 * @param products all of it, the latest first
 */
public record DismissedPage(@Nullable Card gone, String back, List<Card> products) {
}
