package dev.clickpath.storefront.chores;

import java.time.Duration;

/**
 * Something to be done again and again. A bean of this type is found and done by every
 * storefront for itself, so that it must not matter how many do it.
 */
public interface Chore {

	/**
	 * How long to rest after it is done.
	 */
	Duration pause();

	/**
	 * Does it once. When it fails it is simply done again after the pause.
	 */
	void run();

}
