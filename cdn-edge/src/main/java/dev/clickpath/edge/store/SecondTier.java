package dev.clickpath.edge.store;

import java.util.Set;

import dev.clickpath.edge.caching.CacheKey;

/**
 * Another store behind the one in memory, told of all that happens there. It delays
 * nobody; what it is told to remove never comes back from it.
 */
public interface SecondTier {

	/** For a store that has no other behind it. */
	SecondTier NONE = new SecondTier() {

		@Override
		public void stored(CacheKey key, StoredObject object) {
		}

		@Override
		public void removed(CacheKey key) {
		}

		@Override
		public void removed(Set<String> tags) {
		}

		@Override
		public void cleared() {
		}

		@Override
		public void settle() {
		}

	};

	/**
	 * An object was stored, or got a thorough coding.
	 * @param object which the caller holds on to until this returns
	 */
	void stored(CacheKey key, StoredObject object);

	/**
	 * What is stored under a key is no longer to be used.
	 */
	void removed(CacheKey key);

	/**
	 * What carries one of these tags is no longer to be used.
	 */
	void removed(Set<String> tags);

	/**
	 * Nothing that is stored is to be used any longer.
	 */
	void cleared();

	/**
	 * Returns when all that was removed is gone for good.
	 */
	void settle();

}
