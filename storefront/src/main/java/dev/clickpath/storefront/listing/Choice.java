package dev.clickpath.storefront.listing;

import org.jspecify.annotations.Nullable;

/**
 * One of several ways to see the same page, as a plain link: a sort order, a filter.
 *
 * @param name the words of the choice
 * @param href the page with this choice taken, or, for a filter already on, without it
 * @param count how many products it would show, or null where nobody counted
 * @param current whether it is the one in force
 */
public record Choice(String name, String href, @Nullable String count, boolean current) {
}
