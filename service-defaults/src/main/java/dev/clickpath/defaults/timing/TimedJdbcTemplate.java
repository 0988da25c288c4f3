package dev.clickpath.defaults.timing;

import java.util.Collection;
import java.util.Map;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.SqlProvider;

/**
 * Tells of each statement of a request how long it took, the wait for a connection and
 * the reading of rows included, and how many rows it was about, or that it failed; in
 * traces also what it says, with the places of its parameters and none of their values.
 * All queries and updates with parameters come together in these methods.
 */
class TimedJdbcTemplate extends JdbcTemplate {

	private static final String STEP = "db";

	private static final String FAILED = "failed";

	TimedJdbcTemplate(DataSource dataSource) {
		super(dataSource);
	}

	@Override
	public <T extends @Nullable Object> T query(PreparedStatementCreator creator,
			@Nullable PreparedStatementSetter setter, ResultSetExtractor<T> extractor) {
		ServerTiming timing = ServerTiming.current();
		if (!timing.isListening()) {
			return super.query(creator, setter, extractor);
		}
		long start = System.nanoTime();
		T result;
		try {
			result = super.query(creator, setter, extractor);
		}
		catch (RuntimeException ex) {
			timing.add(STEP, start, FAILED, statement(creator));
			throw ex;
		}
		timing.add(STEP, start, words(result), statement(creator));
		return result;
	}

	@Override
	public void query(PreparedStatementCreator creator, RowCallbackHandler handler) {
		query(creator, null, (rows) -> {
			int number = 0;
			while (rows.next()) {
				handler.processRow(rows);
				number++;
			}
			return new Handled(number);
		});
	}

	private static @Nullable String statement(PreparedStatementCreator creator) {
		return (creator instanceof SqlProvider provider) ? provider.getSql() : null;
	}

	private static @Nullable String words(@Nullable Object result) {
		return switch (result) {
			case Collection<?> rows -> "rows=" + rows.size();
			case Map<?, ?> rows -> "rows=" + rows.size();
			case Handled handled -> "rows=" + handled.rows();
			case null, default -> null;
		};
	}

	/** So many rows have been handed over one by one. */
	private record Handled(int rows) {
	}

	@Override
	protected int update(PreparedStatementCreator creator, @Nullable PreparedStatementSetter setter) {
		ServerTiming timing = ServerTiming.current();
		if (!timing.isListening()) {
			return super.update(creator, setter);
		}
		long start = System.nanoTime();
		int rows;
		try {
			rows = super.update(creator, setter);
		}
		catch (RuntimeException ex) {
			timing.add(STEP, start, FAILED, statement(creator));
			throw ex;
		}
		timing.add(STEP, start, "rows=" + rows, statement(creator));
		return rows;
	}

}
