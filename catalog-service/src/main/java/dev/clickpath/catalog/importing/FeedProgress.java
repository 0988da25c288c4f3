package dev.clickpath.catalog.importing;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How far an import has come.
 *
 * @param rows read so far
 * @param refused how many of them cannot be used
 */
record FeedProgress(Phase phase, long rows, long refused) {

	/**
	 * What is being done.
	 */
	enum Phase {

		/** Rows are read and put aside. */
		READING,

		/** What is new is found out. */
		COMPARING,

		/** The search is prepared for what will be. */
		INDEXING,

		/** The products are changed. */
		WRITING;

		@JsonValue
		String label() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * Whoever wants to know.
	 */
	interface Observer {

		void told(FeedProgress progress);

	}

}
