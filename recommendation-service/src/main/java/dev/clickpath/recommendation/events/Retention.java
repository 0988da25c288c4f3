package dev.clickpath.recommendation.events;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Drops months of events that are over for longer than events are kept: when the service
 * starts, and whenever a new month begins.
 */
@Component
class Retention {

	private static final Logger logger = LoggerFactory.getLogger(Retention.class);

	/** Everything before has one table for all of it. */
	private static final LocalDate EARLY = LocalDate.of(2020, 1, 1);

	private final JdbcClient jdbcClient;

	private final Duration kept;

	private final InstantSource clock;

	Retention(JdbcClient jdbcClient, EventProperties properties, InstantSource clock) {
		this.jdbcClient = jdbcClient;
		this.kept = properties.retention();
		this.clock = clock;
	}

	/**
	 * What happened before is not kept.
	 */
	Instant horizon() {
		return this.kept.isZero() ? Instant.EPOCH : this.clock.instant().minus(this.kept);
	}

	@EventListener(ApplicationReadyEvent.class)
	void dropOld() {
		if (this.kept.isZero()) {
			return;
		}
		// Whoever is just writing looked at the clock a moment ago.
		LocalDate month = LocalDate.ofInstant(horizon().minus(Duration.ofHours(1)), ZoneOffset.UTC).withDayOfMonth(1);
		for (String table : tables()) {
			if (isBefore(table, month)) {
				logger.info("Dropping {}, which is older than {} days", table, this.kept.toDays());
				this.jdbcClient.sql("drop table if exists " + table).update();
			}
		}
		if (!EARLY.isAfter(month)) {
			this.jdbcClient.sql("truncate event_early").update();
		}
	}

	private List<String> tables() {
		return this.jdbcClient.sql("""
				select relname from pg_inherits join pg_class on pg_class.oid = inhrelid
				where inhparent = 'event'::regclass and relname ~ '^event_[0-9]{4}_[0-9]{2}$'""")
			.query((row, number) -> row.getString("relname"))
			.list();
	}

	private static boolean isBefore(String table, LocalDate month) {
		String[] parts = table.split("_", -1);
		return LocalDate.of(Integer.parseInt(parts[1]), Integer.parseInt(parts[2]), 1).isBefore(month);
	}

}
