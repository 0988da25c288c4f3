package dev.clickpath.edge.proxying;

import java.time.Duration;

import dev.clickpath.edge.store.StoredObject;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * What came of asking the origin for something that might be stored.
 */
sealed interface Fetched {

	/**
	 * It is stored and may serve everyone who waited.
	 *
	 * @param status the origin's status; 304 when it had nothing new
	 * @param took how long the origin took
	 */
	record Stored(StoredObject object, int status, Duration took) implements Fetched {
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
	 * It is for the one who asked only.
	 *
	 * @param beginning what has been read of the body
	 */
	record Unstorable(OriginAnswer answer, Buffer beginning) implements Fetched {
	}

	/**
	 * There was no answer.
	 */
	record Failed(Problem problem) implements Fetched {
	}

}
