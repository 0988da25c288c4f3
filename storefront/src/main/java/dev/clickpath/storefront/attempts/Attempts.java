package dev.clickpath.storefront.attempts;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import dev.clickpath.storefront.chores.Chore;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts what is tried, before it is known how it goes: of a hundred attempts at once no
 * more are let through than of a hundred one after the other. Those that go well are
 * taken back.
 */
@Repository
public class Attempts implements Chore {

	private static final Duration PAUSE = Duration.ofMinutes(1);

	private static final Duration KEPT = Duration.ofDays(1);

	/** Of all whom attempts count against, so that nobody can fill the database. */
	private static final int MOST = 100_000;

	private static final int MOST_COUNTED = 1_000;

	private final JdbcClient jdbc;

	private final InstantSource clock;

	Attempts(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Counts an attempt against all whom it concerns, or none of them.
	 * @throws TooManyAttemptsException when one of them has to wait
	 */
	@Transactional
	public void begin(List<Attempt> attempts) {
		// In one order, so that no two wait for each other.
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MILLIS);
		attempts.stream()
			.sorted(Comparator.comparing(Attempt::fingerprint, Arrays::compare))
			.forEach((attempt) -> count(attempt, now));
	}

	/**
	 * Takes an attempt back that went well or that nothing came of.
	 */
	public void takeBack(List<Attempt> attempts) {
		attempts.forEach((attempt) -> this.jdbc.sql("""
				update attempt set count = greatest(count - 1, 0), not_before = at where fingerprint = :fingerprint
				""").param("fingerprint", attempt.fingerprint()).update());
	}

	/**
	 * Forgets all attempts of the same kind against the same.
	 */
	public void forget(Attempt attempt) {
		this.jdbc.sql("delete from attempt where fingerprint = :fingerprint")
			.param("fingerprint", attempt.fingerprint())
			.update();
	}

	@Override
	public Duration pause() {
		return PAUSE;
	}

	/** Removes what counts no more, and whatever is too much. */
	@Override
	public void run() {
		this.jdbc.sql("delete from attempt where at < :start")
			.param("start", Timestamp.from(this.clock.instant().minus(KEPT)))
			.update();
		this.jdbc.sql("delete from attempt where at < (select at from attempt order by at desc offset :most limit 1)")
			.param("most", MOST)
			.update();
	}

	private void count(Attempt attempt, Instant now) {
		// The row stays locked until the attempt is counted against the others, too.
		Counted counted = this.jdbc.sql("""
				insert into attempt as a (fingerprint, count, at, not_before) values (:fingerprint, 0, :now, :now)
				on conflict (fingerprint) do update set at = a.at
				returning count, at, not_before
				""")
			.param("fingerprint", attempt.fingerprint())
			.param("now", Timestamp.from(now))
			.query((rs, row) -> new Counted(rs.getInt(1), rs.getTimestamp(2).toInstant(),
					rs.getTimestamp(3).toInstant()))
			.single();
		if (now.isBefore(counted.notBefore())) {
			throw new TooManyAttemptsException(
					Duration.ofSeconds(Duration.between(now, counted.notBefore()).plusMillis(999).toSeconds()));
		}
		boolean forgotten = counted.at().isBefore(now.minus(attempt.limit().forgotten()));
		int count = forgotten ? 1 : Math.min(counted.count() + 1, MOST_COUNTED);
		this.jdbc
			.sql("update attempt set count = :count, at = :now, not_before = :next where fingerprint = :fingerprint")
			.param("count", count)
			.param("now", Timestamp.from(now))
			.param("next", Timestamp.from(now.plus(attempt.limit().waitAfter(count))))
			.param("fingerprint", attempt.fingerprint())
			.update();
	}

	private record Counted(int count, Instant at, Instant notBefore) {
	}

}
