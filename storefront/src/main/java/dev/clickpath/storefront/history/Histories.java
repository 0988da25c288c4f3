package dev.clickpath.storefront.history;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What is to become of visitors' histories, noted in the database, in the transaction of
 * whatever is the reason, until the recommendation service has been told.
 */
@Repository
public class Histories {

	/** Another storefront takes over what was not done in this time. */
	private static final Duration LEASE = Duration.ofSeconds(30);

	/** In which all storefronts have told what they know of a visitor by now. */
	private static final Duration LAST_NEWS = Duration.ofSeconds(3);

	private final JdbcClient jdbc;

	private final InstantSource clock;

	Histories(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * What the one visitor did is the other's from now on.
	 */
	public void join(String from, String visitor) {
		note(visitor, from, Duration.ZERO);
	}

	/**
	 * What the visitor did is nobody's.
	 */
	public void forget(String visitor) {
		note(visitor, null, LAST_NEWS);
	}

	/**
	 * Takes the next task that is due, for a while; of one visitor the first.
	 */
	Optional<HistoryTask> take() {
		Instant now = this.clock.instant();
		return this.jdbc.sql("""
				update history_task set due_at = :lease, tries = tries + 1
				where id = (
					select t.id from history_task t
					where t.due_at <= :now and not exists (
						select from history_task earlier where earlier.visitor = t.visitor and earlier.id < t.id)
					order by t.due_at, t.id limit 1 for update skip locked)
				returning id, visitor, origin, tries, created_at
				""")
			.param("now", Timestamp.from(now))
			.param("lease", Timestamp.from(now.plus(LEASE)))
			.query((rs, row) -> new HistoryTask(rs.getLong("id"), rs.getString("visitor"), rs.getString("origin"),
					rs.getInt("tries"), rs.getTimestamp("created_at").toInstant()))
			.optional();
	}

	void done(HistoryTask task) {
		this.jdbc.sql("delete from history_task where id = :id").param("id", task.id()).update();
	}

	void putOff(HistoryTask task, Duration pause) {
		this.jdbc.sql("update history_task set due_at = :due where id = :id")
			.param("due", Timestamp.from(this.clock.instant().plus(pause)))
			.param("id", task.id())
			.update();
	}

	/** Once is enough, unless something else has come since. */
	private void note(String visitor, @Nullable String origin, Duration delay) {
		Instant now = this.clock.instant();
		this.jdbc
			.sql("""
					insert into history_task (visitor, origin, created_at, due_at)
					select :visitor, :origin, :now::timestamptz, :due::timestamptz
					where not exists (
						select from history_task t
						where t.visitor = :visitor and t.origin is not distinct from :origin and t.tries = 0
							and not exists (select from history_task later where later.visitor = t.visitor and later.id > t.id))
					""")
			.param("visitor", visitor)
			.param("origin", origin, Types.VARCHAR)
			.param("now", Timestamp.from(now))
			.param("due", Timestamp.from(now.plus(delay)))
			.update();
	}

}
