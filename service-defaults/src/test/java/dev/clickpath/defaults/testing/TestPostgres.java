package dev.clickpath.defaults.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.ContainerFetchException;
import org.testcontainers.containers.ContainerLaunchException;
import org.testcontainers.postgresql.PostgreSQLContainer;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * One PostgreSQL 18 for all tests of a JVM, in a container where a container engine
 * answers, embedded elsewhere; with {@code -Dclickpath.leave-nothing-out} a missing
 * engine is a failure. It ends with the JVM.
 */
public final class TestPostgres {

	private static final AtomicInteger COUNTER = new AtomicInteger();

	private TestPostgres() {
	}

	/**
	 * The address of a new, empty database.
	 */
	public static JdbcConnectionDetails freshDatabase() {
		String name = "test_" + COUNTER.incrementAndGet();
		Server server = Running.SERVER;
		try (Connection connection = DriverManager.getConnection(server.url("postgres"), server.username(),
				server.password()); Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("The test's database could not be created", ex);
		}
		return new FreshDatabase(server, name);
	}

	private record Server(String host, int port, String username, String password) {

		String url(String database) {
			return "jdbc:postgresql://" + this.host + ":" + this.port + "/" + database;
		}

	}

	private record FreshDatabase(Server server, String name) implements JdbcConnectionDetails {

		@Override
		public String getUsername() {
			return this.server.username();
		}

		@Override
		public String getPassword() {
			return this.server.password();
		}

		@Override
		public String getJdbcUrl() {
			return this.server.url(this.name);
		}

	}

	/** Started by the first test that asks. */
	private static final class Running {

		static final Server SERVER = start();

		private static Server start() {
			boolean required = System.getProperty("clickpath.leave-nothing-out") != null;
			try {
				if (DockerClientFactory.instance().isDockerAvailable()) {
					return container();
				}
				if (required) {
					throw new IllegalStateException(
							"No container engine answers: start one, or leave out -Dclickpath.leave-nothing-out");
				}
			}
			catch (ContainerLaunchException | ContainerFetchException ex) {
				// An engine that cannot get its images is of no use to these tests.
				if (required) {
					throw ex;
				}
			}
			return embedded();
		}

		private static Server container() {
			// Testcontainers itself removes the container when this JVM has ended.
			@SuppressWarnings("resource")
			PostgreSQLContainer container = new PostgreSQLContainer("postgres:18");
			container.start();
			return new Server(container.getHost(), container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT),
					container.getUsername(), container.getPassword());
		}

		private static Server embedded() {
			try {
				// Registers a shutdown hook that stops the server and removes its data.
				EmbeddedPostgres postgres = EmbeddedPostgres.builder().start();
				return new Server("localhost", postgres.getPort(), "postgres", "postgres");
			}
			catch (IOException ex) {
				throw new UncheckedIOException("The embedded PostgreSQL did not start", ex);
			}
		}

	}

}
