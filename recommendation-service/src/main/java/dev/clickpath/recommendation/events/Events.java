package dev.clickpath.recommendation.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import dev.clickpath.recommendation.events.BehaviourEvent.Hints;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.RowCallbackHandler;
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

	private static final String STORE = """
			with kept as (
				select nextval('event_id_seq') as id, own_event.*
				from (
					select number, coalesce(own.joined, told.visitor) as visitor, type, product, query, moment,
						region, category, brand
					from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[])
						with ordinality
						as told (visitor, type, product, query, micros, region, category, brand, number)
					cross join lateral (
						select timestamptz 'epoch' + micros * interval '1 microsecond' as moment) as own_time
					left join history own on own.visitor = told.visitor
					left join history other on other.visitor = own.joined
					where moment > coalesce(greatest(own.forgotten, other.forgotten), '-infinity') and moment >= ?
					order by number) as own_event),
			stored as (
				insert into event (id, visitor, type, product, query, at, region, category, brand)
				overriding system value
				select id, visitor, type, product, query, moment, region, category, brand from kept order by id
				on conflict do nothing
				returning id)
			select number, id in (select id from stored) as stored from kept""";

	private final JdbcClient jdbcClient;

	private final TransactionOperations transaction;

	private final Retention retention;

	Events(JdbcClient jdbcClient, TransactionOperations transaction, Retention retention) {
		this.jdbcClient = jdbcClient;
		this.transaction = transaction;
		this.retention = retention;
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
	 * they are, those of a visitor who has joined another are the other's, what came
	 * before a visitor's wish to be forgotten stays forgotten, and so does what is older
	 * than events are kept.
	 * @return what became of each
	 */
	List<Outcome> store(List<BehaviourEvent> events) {
		return this.transaction.execute((status) -> {
			lock(this.jdbcClient);
			openMonths(events);
			Outcome[] outcomes = new Outcome[events.size()];
			Arrays.fill(outcomes, Outcome.FORGOTTEN);
			insert(events, (row) -> outcomes[row.getInt("number") - 1] = row.getBoolean("stored") ? Outcome.STORED
					: Outcome.KNOWN);
			return List.of(outcomes);
		});
	}

	/** Tells of each event that is not forgotten whether it is stored now. */
	private void insert(List<BehaviourEvent> events, RowCallbackHandler rows) {
		this.jdbcClient.sql(STORE)
			.param(column(events, BehaviourEvent::visitor))
			.param(column(events, (event) -> event.type().word()))
			.param(column(events, BehaviourEvent::product))
			.param(column(events, BehaviourEvent::query))
			.param(events.stream().mapToLong((event) -> ChronoUnit.MICROS.between(Instant.EPOCH, event.at())).toArray())
			.param(column(events, (event) -> event.hints().region()))
			.param(column(events, (event) -> event.hints().category()))
			.param(column(events, (event) -> event.hints().brand()))
			.param(OffsetDateTime.ofInstant(this.retention.horizon(), ZoneOffset.UTC))
			.query(rows);
	}

	private void openMonths(List<BehaviourEvent> events) {
		Instant horizon = this.retention.horizon();
		String[] months = events.stream()
			.map(BehaviourEvent::at)
			.filter((at) -> !at.isBefore(horizon))
			.map((at) -> LocalDate.ofInstant(at, ZoneOffset.UTC).withDayOfMonth(1))
			.distinct()
			.map(LocalDate::toString)
			.toArray(String[]::new);
		boolean opened = this.jdbcClient
			.sql("select coalesce(bool_or(open_event_month(month)), false) from unnest(?::text[]::date[]) month")
			.param(months)
			.query(Boolean.class)
			.single();
		if (opened) {
			this.retention.dropOld();
		}
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
		return this.jdbcClient.sql("select * from event where id > ? order by id limit ?")
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
				select * from event
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
						row.getObject("at", OffsetDateTime.class).toInstant(),
						hints(row.getString("region"), row.getString("category"), row.getString("brand"))));
	}

	private static Hints hints(@Nullable String region, @Nullable String category, @Nullable String brand) {
		boolean none = region == null && category == null && brand == null;
		return none ? Hints.NONE : new Hints(region, category, brand);
	}

}
