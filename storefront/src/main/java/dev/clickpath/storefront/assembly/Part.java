package dev.clickpath.storefront.assembly;

import org.jspecify.annotations.Nullable;

/**
 * A part of a page that is perhaps still being fetched while the page is already being
 * written.
 *
 * @param <T> what the part is
 */
@FunctionalInterface
public interface Part<T extends @Nullable Object> {

	/**
	 * The part, waited for no longer than the page's deadline allows. Before it waits,
	 * what has been written of the page is sent on its way.
	 */
	T get();

}
