package dev.clickpath.defaults.timing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.AbstractDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TimedJdbcTemplateTests {

	private final ServerTiming timing = new ServerTiming();

	private final JdbcClient database = JdbcClient.create(new TimedJdbcTemplate(new EmptyPool()));

	@BeforeEach
	void listen() {
		ServerTiming.bind(this.timing);
	}

	@AfterEach
	void listenNoMore() {
		ServerTiming.unbind();
	}

	@Test
	void tellsOfAQueryThatFails() {
		assertThatExceptionOfType(CannotGetJdbcConnectionException.class).isThrownBy(
				() -> this.database.sql("select a from b where c = :c").param("c", 1).query(String.class).list());
		assertThat(told()).containsExactly("db failed select a from b where c = ?");
	}

	@Test
	void tellsOnceOfAQueryThatFailsWhileRowsAreHandedOver() {
		assertThatExceptionOfType(CannotGetJdbcConnectionException.class)
			.isThrownBy(() -> this.database.sql("select a from b").query((rows) -> {
			}));
		assertThat(told()).containsExactly("db failed select a from b");
	}

	@Test
	void tellsOfAnUpdateThatFails() {
		assertThatExceptionOfType(CannotGetJdbcConnectionException.class)
			.isThrownBy(() -> this.database.sql("update b set a = ?").param(1).update());
		assertThat(told()).containsExactly("db failed update b set a = ?");
	}

	private List<String> told() {
		return this.timing.entries()
			.stream()
			.map((entry) -> entry.name() + " " + entry.words() + " " + entry.detail())
			.toList();
	}

	private static final class EmptyPool extends AbstractDataSource {

		@Override
		public Connection getConnection() throws SQLException {
			throw new SQLException("No connection came free");
		}

		@Override
		public Connection getConnection(String user, String password) throws SQLException {
			return getConnection();
		}

	}

}
