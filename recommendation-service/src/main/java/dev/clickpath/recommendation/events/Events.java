package dev.clickpath.recommendation.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The stored events.
 */
@Repository
public class Events {

	/** Any number will do, as long as nothing else in this database locks it. */
	private static final long LOCK = 8_102;

	private final JdbcClient jdbcClient;

	private final TransactionOperations transaction;

	Events(JdbcClient jdbcClient, TransactionOperations transaction) {
		this.jdbcClient = jdbcClient;
		this.transaction = transaction;
	}

	/**
	 * One writer at a time, to the end of the transaction: otherwise a higher id could be
	 * seen before a lower one, and who reads on from the highest would miss the lower.
	 */
	static void lock(JdbcClient jdbcClient) {
		jdbcClient.sql("select pg_advisory_xact_lock(?)").param(LOCK).query((row) -> {
		});
	}

	/**
	 * Stores the events for good, all or none. Those that are already there are left as
	 * they are, those of a visitor who has joined another are the other's, and what came
	 * before a visitor's wish to be forgotten stays forgotten.
	 */
	void store(List<BehaviourEvent> events) {
		this.transaction.executeWithoutResult((status) -> {
			lock(this.jdbcClient);
			this.jdbcClient.sql("""
					insert into event (visitor, type, product, query, at)
					select coalesce(own.joined, told.visitor), type, product, query, at
					from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[]::timestamptz[])
						with ordinality as told (visitor, type, product, query, at, number)
					left join history own on own.visitor = told.visitor
					left join history other on other.visitor = own.joined
					where at > coalesce(greatest(own.forgotten, other.forgotten), '-infinity')
					order by number
					on conflict do nothing""")
				.param(column(events, BehaviourEvent::visitor))
				.param(column(events, (event) -> event.type().word()))
				.param(column(events, BehaviourEvent::product))
				.param(column(events, BehaviourEvent::query))
				.param(column(events, (event) -> event.at().toString()))
				.update();
		});
	}

	private static @Nullable String[] column(List<BehaviourEvent> events,
			Function<BehaviourEvent, @Nullable String> value) {
		return events.stream().map(value).toArray(String[]::new);
	}

	/**
	 * The events stored after one, in the order of storing.
	 * @param id the last event that is known, 0 for none
	 * @param most how many at most
	 */
	public List<StoredEvent> after(long id, int most) {
		return this.jdbcClient
			.sql("select id, visitor, type, product, query, at from event where id > ? order by id limit ?")
			.params(id, most)
			.query(Events::storedEvent)
			.list();
	}

	/**
	 * The event after which there are just so many, 0 when there are fewer.
	 */
	public long before(int latest) {
		return this.jdbcClient.sql("select id from event order by id desc offset ? limit 1")
			.param(latest)
			.query(Long.class)
			.optional()
			.orElse(0L);
	}

	/**
	 * A visitor's latest events with products, the oldest first.
	 * @param id the last event that counts
	 * @param most how many at most
	 */
	public List<BehaviourEvent> of(String visitor, long id, int most) {
		return this.jdbcClient.sql("""
				select id, visitor, type, product, query, at from event
				where visitor = ? and id <= ? and type <> 'search' order by at desc, id desc limit ?""")
			.params(visitor, id, most)
			.query(Events::storedEvent)
			.list()
			.reversed()
			.stream()
			.map(StoredEvent::event)
			.toList();
	}

	private static StoredEvent storedEvent(ResultSet row, int number) throws SQLException {
		EventType type = EventType.ofWord(row.getString("type"));
		if (type == null) {
			throw new SQLException("Unknown type of event: " + row.getString("type"));
		}
		return new StoredEvent(row.getLong("id"),
				new BehaviourEvent(row.getString("visitor"), type, row.getString("product"), row.getString("query"),
						row.getObject("at", OffsetDateTime.class).toInstant()));
	}

}
