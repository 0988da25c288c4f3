package dev.clickpath.recommendation.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;

/**
 * What becomes of all stored events of a visitor at once.
 */
@Repository
public class VisitorHistories {

	private static final int MOST_DISMISSED = 200;

	private final JdbcClient jdbcClient;

	private final TransactionOperations transaction;

	VisitorHistories(JdbcClient jdbcClient, TransactionOperations transaction) {
		this.jdbcClient = jdbcClient;
		this.transaction = transaction;
	}

	/**
	 * Makes all events of another visitor this one's, also those that come later. Who has
	 * joined somebody takes the other along to them; whom the other has joined before
	 * keeps what there was until then.
	 */
	void join(String visitor, String from) {
		if (visitor.equals(from)) {
			return;
		}
		this.transaction.executeWithoutResult((status) -> {
			Events.lock(this.jdbcClient);
			String owner = owner(visitor, from);
			follow(owner, from);
			move(owner, from);
			changed(from);
			changed(owner);
			handOverDismissed(owner, from);
		});
	}

	/** Whoever has joined the one that now joins them is themselves again. */
	private String owner(String visitor, String from) {
		this.jdbcClient.sql("update history set joined = null where visitor = ? and joined = ?")
			.params(visitor, from)
			.update();
		return owner(visitor);
	}

	private String owner(String visitor) {
		return this.jdbcClient.sql("select joined from history where visitor = ? and joined is not null")
			.param(visitor)
			.query(String.class)
			.optional()
			.orElse(visitor);
	}

	private void follow(String owner, String from) {
		this.jdbcClient.sql("""
				insert into history (visitor, joined, changed) values (?, ?, nextval('history_change'))
				on conflict (visitor) do update set joined = excluded.joined""").params(from, owner).update();
		this.jdbcClient.sql("update history set joined = ? where joined = ?").params(owner, from).update();
	}

	private void move(String owner, String from) {
		this.jdbcClient.sql("""
				delete from event other using event own
				where other.visitor = ? and own.visitor = ? and own.at = other.at and own.type = other.type
				and own.product is not distinct from other.product and own.query is not distinct from other.query""")
			.params(from, owner)
			.update();
		this.jdbcClient.sql("update event set visitor = ? where visitor = ?").params(owner, from).update();
	}

	private void handOverDismissed(String owner, String from) {
		this.jdbcClient.sql("""
				update history own set dismissed = (own.dismissed || array(
					select product from unnest(other.dismissed) with ordinality as told (product, place)
					where product <> all (own.dismissed) order by place))[:?]
				from history other where own.visitor = ? and other.visitor = ?""")
			.params(MOST_DISMISSED, owner, from)
			.update();
		this.jdbcClient.sql("update history set dismissed = '{}' where visitor = ?").param(from).update();
	}

	/**
	 * The visitor does not want to see the product again. Of very many only the latest
	 * are remembered.
	 */
	void dismiss(String visitor, String product) {
		this.transaction.executeWithoutResult((status) -> {
			Events.lock(this.jdbcClient);
			this.jdbcClient.sql("""
					insert into history (visitor, dismissed, changed)
					values (?, array[?]::text[], nextval('history_change'))
					on conflict (visitor) do update set changed = excluded.changed,
						dismissed = (excluded.dismissed || array_remove(history.dismissed, ?))[:?]""")
				.params(owner(visitor), product, product, MOST_DISMISSED)
				.update();
		});
	}

	/**
	 * The visitor may see the product again.
	 */
	void restore(String visitor, String product) {
		this.transaction.executeWithoutResult((status) -> {
			Events.lock(this.jdbcClient);
			this.jdbcClient.sql("""
					update history set dismissed = array_remove(dismissed, ?), changed = nextval('history_change')
					where visitor = ?""").params(product, owner(visitor)).update();
		});
	}

	private void changed(String visitor) {
		this.jdbcClient.sql("""
				insert into history (visitor, changed) values (?, nextval('history_change'))
				on conflict (visitor) do update set changed = excluded.changed""").param(visitor).update();
	}

	/**
	 * Deletes all events of a visitor and what they did not want to see, and keeps out
	 * those events from before this moment that come later, or come again: some teller's
	 * clock may be ahead.
	 */
	void forget(String visitor) {
		this.transaction.executeWithoutResult((status) -> {
			Events.lock(this.jdbcClient);
			this.jdbcClient.sql("""
					with gone as (delete from event where visitor = ? returning at)
					insert into history (visitor, forgotten, changed)
					select ?, greatest(clock_timestamp(), max(at)), nextval('history_change') from gone
					on conflict (visitor) do update
					set forgotten = greatest(history.forgotten, excluded.forgotten), changed = excluded.changed,
						dismissed = '{}'""").params(visitor, visitor).update();
		});
	}

	/**
	 * The changes after one, in their order, of a visitor's changes only the last.
	 * @param number the last change that is known, 0 for none
	 * @param most how many at most
	 */
	public List<HistoryChange> changesAfter(long number, int most) {
		return this.jdbcClient
			.sql("select changed, visitor, dismissed from history where changed > ? order by changed limit ?")
			.params(number, most)
			.query(VisitorHistories::change)
			.list();
	}

	/**
	 * The last changes of visitors who do not want to see something, in their order.
	 * @param most how many at most
	 */
	public List<HistoryChange> lastDismissals(int most) {
		return this.jdbcClient.sql("""
				select changed, visitor, dismissed from history
				where dismissed <> '{}' order by changed desc limit ?""")
			.param(most)
			.query(VisitorHistories::change)
			.list()
			.reversed();
	}

	/**
	 * The products a visitor does not want to see, the latest first.
	 */
	public List<String> dismissed(String visitor) {
		return this.jdbcClient.sql("select changed, visitor, dismissed from history where visitor = ?")
			.param(visitor)
			.query(VisitorHistories::change)
			.optional()
			.map(HistoryChange::dismissed)
			.orElse(List.of());
	}

	private static HistoryChange change(ResultSet row, int index) throws SQLException {
		return new HistoryChange(row.getLong("changed"), row.getString("visitor"),
				List.of((String[]) row.getArray("dismissed").getArray()));
	}

	/**
	 * Whether a visitor wished to be forgotten, and has not joined another.
	 */
	public boolean isForgotten(String visitor) {
		return this.jdbcClient
			.sql("select exists (select from history where visitor = ? and forgotten is not null and joined is null)")
			.param(visitor)
			.query(Boolean.class)
			.single();
	}

	/**
	 * The number of the last change, 0 when there was none.
	 */
	public long lastChange() {
		return this.jdbcClient.sql("select coalesce(max(changed), 0) from history").query(Long.class).single();
	}

}
