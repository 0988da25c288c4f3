package dev.clickpath.cli.postgres;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.process.BoundedLog;
import dev.clickpath.cli.process.LifeLine;
import dev.clickpath.cli.process.Signal;

/**
 * The shop's PostgreSQL. Its programs are used as they are, without a library between, so
 * that the server is a process like the others.
 */
public final class Postgres {

	private static final String SUPERUSER = "postgres";

	/** Small, and careful: what was committed is on the disk. */
	private static final List<String> SETTINGS = List.of("listen_addresses=127.0.0.1", "unix_socket_directories=",
			"fsync=on", "synchronous_commit=on", "full_page_writes=on", "shared_buffers=32MB", "max_connections=60",
			"work_mem=4MB", "maintenance_work_mem=32MB", "max_wal_size=512MB", "io_method=sync",
			"max_logical_replication_workers=0", "max_parallel_workers_per_gather=1", "timezone=UTC",
			"log_timezone=UTC");

	private final Home home;

	private final Path programs;

	private final List<String> databases;

	private final DataFolder data;

	private final PidFile pidFile;

	private final Unprivileged unprivileged = Unprivileged.here();

	/**
	 * Unpacks the programs when they are not there yet.
	 */
	public Postgres(Home home, List<String> databases) {
		this.home = home;
		this.databases = databases;
		this.data = new DataFolder(home.data());
		this.pidFile = new PidFile(home.data());
		this.programs = Archive.forThisMachine().unpack(home.binaries()).resolve("bin");
	}

	/**
	 * Deletes all data; the server must not run.
	 */
	public static void forget(Home home) {
		Home.delete(home.data());
		Home.delete(home.passwords());
	}

	/**
	 * Makes the data folder with a role and a database for each service, unless it is
	 * there. A half-made folder never stands in the final place.
	 * @throws Problem when there is a folder this server cannot use, or a server that
	 * does, or when none may be run
	 */
	public void prepare() {
		this.unprivileged.check();
		if (!this.data.holdsData()) {
			create();
			return;
		}
		this.pidFile.deleteLeftover();
		if (!Passwords.know(this.home.passwords(), roles())) {
			Passwords passwords = Passwords.readOrCreate(this.home.passwords(), roles());
			execute(this.home.data(),
					roles().stream()
						.map((role) -> "alter role %s password '%s'".formatted(role, passwords.of(role)))
						.toList());
		}
	}

	private void create() {
		Path unfinished = this.home.folder().resolve("postgres.unfinished");
		Home.delete(unfinished);
		Passwords passwords = Passwords.readOrCreate(this.home.passwords(), roles());
		Path password = this.home.folder().resolve("passwords.unfinished");
		try {
			Files.deleteIfExists(password);
			Files.createFile(password, Passwords.OWNER_ONLY);
			Files.writeString(password, passwords.of(SUPERUSER));
			initialise(unfinished, password);
			execute(unfinished, this.databases.stream().flatMap((name) -> ownDatabase(name, passwords)).toList());
			Files.deleteIfExists(this.home.data());
			Files.move(unfinished, this.home.data());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("PostgreSQL's data could not be created in " + this.home.folder(), ex);
		}
		finally {
			Home.delete(password);
		}
	}

	private void initialise(Path folder, Path password) {
		Process process = start(LifeLine.command(Signal.TERM,
				this.unprivileged.command(List.of(program("initdb"), "-D", folder.toString(), "-U", SUPERUSER,
						"--pwfile", password.toString(), "--auth=scram-sha-256", "--encoding=UTF8",
						"--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-instructions"))));
		awaitSuccess(process);
		LifeLine.release(process);
	}

	private static Stream<String> ownDatabase(String name, Passwords passwords) {
		return Stream.of("create role %s login password '%s'".formatted(name, passwords.of(name)),
				"create database %s owner %s".formatted(name, name),
				"revoke connect on database %s from public".formatted(name));
	}

	/**
	 * Statements in PostgreSQL's single-user mode, one a line; no server runs meanwhile.
	 * It ends with what it is told, also when this process does.
	 */
	private void execute(Path folder, List<String> statements) {
		Process process = start(new ProcessBuilder(
				this.unprivileged.command(List.of(program("postgres"), "--single", "-D", folder.toString(), "-c",
						"exit_on_error=on", "-c", "log_statement=none", "-c", "log_min_messages=error", "postgres"))));
		try (PrintStream input = new PrintStream(process.getOutputStream(), false, StandardCharsets.UTF_8)) {
			statements.forEach((statement) -> input.print(statement + "\n"));
		}
		awaitSuccess(process);
	}

	private Process start(ProcessBuilder builder) {
		try {
			return builder.redirectErrorStream(true)
				.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be run".formatted(this.programs), ex);
		}
	}

	private void awaitSuccess(Process process) {
		try {
			if (process.waitFor() != 0) {
				throw new Problem("PostgreSQL's data could not be created (%s); see %s.".formatted(lastWords(), log()));
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted while PostgreSQL's data was created.", ex);
		}
	}

	private String lastWords() {
		try {
			return BoundedLog.tail(log(), 1).stream().findFirst().orElse("no reason given");
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	private Path log() {
		return this.home.log("postgres");
	}

	/**
	 * The command that runs the server.
	 */
	public List<String> serverCommand(int port) {
		List<String> command = new ArrayList<>(
				List.of(program("postgres"), "-D", this.home.data().toString(), "-p", Integer.toString(port)));
		SETTINGS.forEach((setting) -> command.addAll(List.of("-c", setting)));
		return this.unprivileged.command(command);
	}

	/**
	 * Whether the server with that process number takes connections.
	 */
	public boolean isReady(long pid) {
		return this.pidFile.tellsReady(pid);
	}

	/**
	 * The password of a service's role.
	 */
	public String password(String role) {
		return Passwords.readOrCreate(this.home.passwords(), roles()).of(role);
	}

	private List<String> roles() {
		return Stream.concat(Stream.of(SUPERUSER), this.databases.stream()).toList();
	}

	private String program(String name) {
		return this.programs.resolve(name).toString();
	}

}
