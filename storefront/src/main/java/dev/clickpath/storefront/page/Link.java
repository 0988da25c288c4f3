package dev.clickpath.storefront.page;

import org.jspecify.annotations.Nullable;

/**
 * A name that leads somewhere.
 *
 * @param name the words of the link
 * @param href where it leads, or null for the place where the reader already is
 */
public record Link(String name, @Nullable String href) {
}
