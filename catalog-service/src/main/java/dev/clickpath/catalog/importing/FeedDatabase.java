package dev.clickpath.catalog.importing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import dev.clickpath.catalog.product.Products;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The connection of one import: its lock and its temporary tables go with it, however it
 * ends.
 */
final class FeedDatabase implements AutoCloseable {

	/** Any number will do, as long as nothing else in this database locks it. */
	private static final long LOCK = 4_991;

	/** A server that does not hear from this process any more gives up within seconds. */
	private static final String SETTINGS = """
			set client_connection_check_interval = '2s'; set work_mem = '32MB'; set temp_buffers = '16MB'""";

	private final Connection connection;

	private final JdbcClient jdbcClient;

	private final TransactionOperations transaction;

	private final JsonMapper jsonMapper;

	private FeedDatabase(Connection connection, JsonMapper jsonMapper) {
		SingleConnectionDataSource dataSource = new SingleConnectionDataSource(connection, true);
		this.connection = connection;
		this.jdbcClient = JdbcClient.create(dataSource);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
		this.jsonMapper = jsonMapper;
	}

	/**
	 * Connects, and makes sure that nobody else imports as long as this is open.
	 * @throws FeedUnderWayException if somebody does
	 */
	static FeedDatabase open(JdbcConnectionDetails details, JsonMapper jsonMapper) throws SQLException {
		FeedDatabase database = new FeedDatabase(
				DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(), details.getPassword()),
				jsonMapper);
		try {
			if (!database.jdbcClient.sql("select pg_try_advisory_lock(?)").param(LOCK).query(Boolean.class).single()) {
				throw new FeedUnderWayException();
			}
			database.jdbcClient.sql(SETTINGS).update();
			return database;
		}
		catch (RuntimeException ex) {
			database.close();
			throw ex;
		}
	}

	Connection connection() {
		return this.connection;
	}

	JdbcClient jdbcClient() {
		return this.jdbcClient;
	}

	TransactionOperations transaction() {
		return this.transaction;
	}

	/**
	 * The products as this connection sees them.
	 */
	Products products() {
		return new Products(this.jdbcClient, this.transaction, this.jsonMapper);
	}

	/** The server would give the lock back only when it notices that nobody is here. */
	@Override
	public void close() {
		try (Connection closed = this.connection; Statement statement = closed.createStatement()) {
			statement.execute("select pg_advisory_unlock_all()");
		}
		catch (SQLException ex) {
			// It is gone either way.
		}
	}

}
