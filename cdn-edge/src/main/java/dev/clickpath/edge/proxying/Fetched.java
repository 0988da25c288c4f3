package dev.clickpath.edge.proxying;

import dev.clickpath.edge.store.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking the origin for something that might be stored.
 */
sealed interface Fetched {

	/**
	 * It may serve everyone who waited.
	 *
	 * @param answer of the origin; a 304 when it had nothing new
	 * @param current whether it has not been purged in the meantime: otherwise it is for
	 * the one who asked only
	 */
	record Stored(StoredObject object, OriginAnswer answer, boolean current) implements Fetched {
	}

	/**
	 * It had been stored since the store was last asked, and nobody needed to be asked.
	 */
	record Found(StoredObject object) implements Fetched {
	}

	/**
	 * The origin failed, and the stored response, no longer fresh, may stand in.
	 *
	 * @param status the origin's status, or null when there was no answer
	 */
	record StandIn(StoredObject object, @Nullable Integer status) implements Fetched {
	}

	/**
	 * What was stored still is the current one, but may no longer be stored as the origin
	 * tells it now: it is for the one who asked only.
	 *
	 * @param answer of the origin, a 304
	 */
	record Own(StoredObject object, OriginAnswer answer) implements Fetched {
	}

	/**
	 * It is for the one who asked only.
	 *
	 * @param arrival what has been read of the body, or null when nothing has
	 */
	record Unstorable(OriginAnswer answer, @Nullable Arrival arrival) implements Fetched {
	}

	/**
	 * There was no answer.
	 */
	record Failed(Problem problem) implements Fetched {
	}

	/**
	 * The object that can answer, if there is one.
	 */
	default @Nullable StoredObject object() {
		return switch (this) {
			case Stored stored -> stored.object();
			case Found found -> found.object();
			case StandIn standIn -> standIn.object();
			case Own own -> own.object();
			case Unstorable unstorable -> null;
			case Failed failed -> null;
		};
	}

}
