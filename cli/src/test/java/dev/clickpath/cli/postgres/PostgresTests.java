package dev.clickpath.cli.postgres;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.house.Tier;
import dev.clickpath.cli.supervision.Program;
import dev.clickpath.cli.supervision.RunFile;
import dev.clickpath.cli.supervision.Supervisor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class PostgresTests {

	private static final int PORT = FreePorts.anyPair();

	private static final Duration LIMIT = Duration.ofSeconds(60);

	@TempDir
	private static Path folder;

	private static Home home;

	private static Postgres postgres;

	private static Supervisor supervisor;

	@BeforeAll
	static void start() {
		home = new Home(folder).open();
		postgres = prepared();
		supervisor = started();
	}

	@AfterAll
	static void stop() {
		supervisor.close();
	}

	@Test
	void keepsWhatWasCommitted() throws SQLException {
		assertThat(ask("catalog", "show fsync")).isEqualTo("on");
		assertThat(ask("catalog", "show synchronous_commit")).isEqualTo("on");
		assertThat(ask("catalog", "show listen_addresses")).isEqualTo("127.0.0.1");
		assertThat(ask("catalog", "show server_version")).startsWith("18.");
		assertThat(ask("catalog", "show server_encoding")).isEqualTo("UTF8");
	}

	@Test
	void givesEachServiceItsOwnDatabaseAlone() throws SQLException {
		assertThat(ask("catalog", "create table mine (id int)")).isEmpty();
		assertThatExceptionOfType(SQLException.class)
			.isThrownBy(() -> connect("storefront", "catalog", postgres.password("catalog")).close())
			.withMessageContaining("permission denied");
		assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connect("catalog", "catalog", "guessed").close())
			.withMessageContaining("password authentication failed");
	}

	@Test
	void comesBackWithItsDataAfterItWasKilled() throws SQLException {
		ask("catalog", "create table kept as select 42 as answer");
		ProcessHandle killed = server();
		killed.destroyForcibly();
		await().atMost(LIMIT).ignoreExceptions().untilAsserted(() -> {
			assertThat(server()).isNotEqualTo(killed);
			assertThat(ask("catalog", "select answer from kept")).isEqualTo("42");
		});
	}

	@Test
	void newPasswordsAreGivenWhenTheirFileIsLost() throws SQLException, IOException {
		String before = postgres.password("catalog");
		supervisor.close();
		Files.delete(home.passwords());
		postgres = prepared();
		supervisor = started();
		assertThat(postgres.password("catalog")).isNotEqualTo(before);
		assertThat(ask("catalog", "select current_user")).isEqualTo("catalog");
	}

	@Test
	void startsThoughTheNumberOfAKilledServerIsSomebodyElsesNow() throws Exception {
		supervisor.close();
		Process other = new ProcessBuilder("tail", "-f", "/dev/null").start();
		try {
			Files.write(home.data().resolve("postmaster.pid"),
					List.of(Long.toString(other.pid()), home.data().toString()));
			postgres = prepared();
			supervisor = started();
			assertThat(ask("catalog", "select current_user")).isEqualTo("catalog");
		}
		finally {
			other.destroyForcibly().waitFor();
		}
	}

	@Test
	void leavesAServerAloneThatRuns() throws SQLException {
		assertThatExceptionOfType(Problem.class).isThrownBy(postgres::prepare)
			.withMessageContaining("PostgreSQL still runs on %s, as process %d".formatted(home.data(), server().pid()));
		assertThat(home.data().resolve("postmaster.pid")).exists();
		assertThat(ask("catalog", "select current_user")).isEqualTo("catalog");
	}

	@Test
	void keepsTheDataFolderToItsOwner() throws IOException {
		assertThat(Files.getPosixFilePermissions(home.data())).hasSize(3);
		assertThat(Files.getPosixFilePermissions(home.passwords())).hasSize(2);
	}

	private static Postgres prepared() {
		Postgres prepared = new Postgres(home, List.of("catalog", "storefront"));
		prepared.prepare();
		return prepared;
	}

	private static Supervisor started() {
		Program program = new Program("postgres", Tier.DATABASE, "127.0.0.1", postgres.serverCommand(PORT), Map.of(),
				folder, postgres::isReady);
		Supervisor started = Supervisor.open(home, InstantSource.system(),
				new PrintStream(OutputStream.nullOutputStream()));
		started.start(List.of(program), LIMIT);
		return started;
	}

	private static ProcessHandle server() {
		return RunFile.read(home).orElseThrow().entries().getFirst().handle().orElseThrow();
	}

	private static String ask(String role, String sql) throws SQLException {
		try (Connection connection = connect(role, role, postgres.password(role));
				Statement statement = connection.createStatement()) {
			if (!statement.execute(sql)) {
				return "";
			}
			try (ResultSet result = statement.getResultSet()) {
				return result.next() ? result.getString(1) : "";
			}
		}
	}

	private static Connection connect(String database, String role, String password) throws SQLException {
		return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:%d/%s".formatted(PORT, database), role,
				password);
	}

}
