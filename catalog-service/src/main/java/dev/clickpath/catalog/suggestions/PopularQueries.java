package dev.clickpath.catalog.suggestions;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * What many shoppers search for and find, in the database for all instances. Words are
 * written down only when enough shoppers of enough networks have typed them: nothing that
 * one person types is ever kept, or shown to another.
 */
@Repository
public class PopularQueries {

	/** Nobody more is counted for one query. */
	private static final int MOST_ASKERS = 500;

	/** So much is kept, whoever floods it. */
	private static final int MOST_ASKINGS = 100_000;

	private static final int MOST_POPULAR = 5_000;

	private final JdbcClient jdbcClient;

	private final PopularProperties properties;

	PopularQueries(JdbcClient jdbcClient, PopularProperties properties) {
		this.jdbcClient = jdbcClient;
		this.properties = properties;
	}

	/**
	 * Notes what was searched for and found.
	 */
	@Transactional
	public void add(Collection<Asking> askings) {
		// In one order, so that no two wait for each other.
		askings.stream()
			.sorted(Comparator.comparing(Asking::queryPrint, Arrays::compare)
				.thenComparing(Asking::askerPrint, Arrays::compare))
			.forEach(this::add);
	}

	private void add(Asking asking) {
		Crowd before = crowd(asking.queryPrint());
		if (before.askers() < MOST_ASKERS) {
			this.jdbcClient.sql("""
					insert into query_asking (query, asker, network, asked_at) values (?, ?, ?, now()) \
					on conflict (query, asker) do update set asked_at = now(), network = excluded.network""")
				.params(asking.queryPrint(), asking.askerPrint(), asking.networkPrint())
				.update();
		}
		Crowd crowd = crowd(asking.queryPrint());
		if (crowd.askers() >= this.properties.askers() && crowd.networks() >= this.properties.networks()) {
			this.jdbcClient.sql("""
					insert into popular_query (words, askers, asked_at) values (?, ?, now()) \
					on conflict (words) do update set askers = excluded.askers, asked_at = now()""")
				.params(asking.words(), crowd.askers())
				.update();
		}
	}

	private Crowd crowd(byte[] query) {
		return this.jdbcClient.sql("""
				select count(*) as askers, count(distinct network) as networks from query_asking \
				where query = ? and asked_at > now() - ? * interval '1 second'""")
			.params(query, seconds())
			.query((row, number) -> new Crowd(row.getInt("askers"), row.getInt("networks")))
			.single();
	}

	private record Crowd(int askers, int networks) {

	}

	/**
	 * What is popular now, most popular first.
	 */
	List<String> all() {
		return this.jdbcClient.sql("""
				select words from popular_query where asked_at > now() - ? * interval '1 second' \
				order by askers desc, words limit ?""")
			.params(seconds(), MOST_POPULAR)
			.query((row, number) -> row.getString("words"))
			.list();
	}

	/**
	 * Forgets what is old, and what is too much.
	 */
	void forget() {
		this.jdbcClient.sql("delete from query_asking where asked_at < now() - ? * interval '1 second'")
			.param(seconds())
			.update();
		this.jdbcClient.sql("""
				delete from query_asking where asked_at < \
				(select asked_at from query_asking order by asked_at desc offset ? limit 1)""")
			.param(MOST_ASKINGS)
			.update();
		this.jdbcClient.sql("delete from popular_query where asked_at < now() - ? * interval '1 second'")
			.param(seconds())
			.update();
		this.jdbcClient.sql("""
				delete from popular_query where words in \
				(select words from popular_query order by askers desc, words offset ?)""").param(MOST_POPULAR).update();
	}

	private long seconds() {
		Duration within = this.properties.within();
		return within.toSeconds();
	}

}
