package dev.clickpath.defaults.timing;

import java.util.Collection;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCreator;
import org.springframework.jdbc.core.PreparedStatementSetter;
import org.springframework.jdbc.core.ResultSetExtractor;

/**
 * Tells of each statement of a request how long it took, the wait for a connection and
 * the reading of rows included, and how many rows it was about. All queries and updates
 * with parameters come together in these two methods.
 */
class TimedJdbcTemplate extends JdbcTemplate {

	private static final String STEP = "db";

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
		T result = super.query(creator, setter, extractor);
		timing.add(STEP, start, (result instanceof Collection<?> rows) ? "rows=" + rows.size() : null);
		return result;
	}

	@Override
	protected int update(PreparedStatementCreator creator, @Nullable PreparedStatementSetter setter) {
		ServerTiming timing = ServerTiming.current();
		if (!timing.isListening()) {
			return super.update(creator, setter);
		}
		long start = System.nanoTime();
		int rows = super.update(creator, setter);
		timing.add(STEP, start, "rows=" + rows);
		return rows;
	}

}
