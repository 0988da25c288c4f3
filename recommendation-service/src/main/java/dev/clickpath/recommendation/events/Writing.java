package dev.clickpath.recommendation.events;

import dev.clickpath.defaults.timing.ServerTiming;

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
		try {
			ServerTiming.current().measure("transaction", () -> {
				work.run();
				return null;
			});
		}
		catch (DataAccessResourceFailureException | TransientDataAccessException | TransactionException ex) {
			throw new EventsUnavailableException(ex);
		}
	}

}
