package dev.clickpath.recommendation.events;

import java.util.function.Supplier;

import dev.clickpath.defaults.timing.ServerTiming;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Work in the database for a request: timed, and put off with a hint to repeat it when
 * the database is away.
 */
final class Writing {

	private Writing() {
	}

	static void now(Runnable work) {
		now(() -> {
			work.run();
			return null;
		});
	}

	static <T extends @Nullable Object> T now(Supplier<T> work) {
		try {
			return ServerTiming.current().measure("transaction", work);
		}
		catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException ex) {
			throw new EventsUnavailableException(ex);
		}
	}

}
