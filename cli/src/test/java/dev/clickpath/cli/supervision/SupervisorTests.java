package dev.clickpath.cli.supervision;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.house.Tier;
import dev.clickpath.cli.process.ProcessId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

class SupervisorTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	@TempDir
	private Path folder;

	private final ByteArrayOutputStream said = new ByteArrayOutputStream();

	private Home home;

	private Supervisor supervisor;

	@BeforeEach
	void openHome() {
		this.home = new Home(this.folder).open();
		this.supervisor = Supervisor.open(this.home, InstantSource.system(),
				new PrintStream(this.said, true, StandardCharsets.UTF_8));
	}

	@AfterEach
	void stopEverything() {
		this.supervisor.close();
	}

	@Test
	void isWrittenDownBeforeItKeepsAnything() {
		RunFile run = RunFile.read(this.home).orElseThrow();
		assertThat(run.supervisor().handle()).contains(ProcessHandle.current());
		assertThat(run.open()).isFalse();
		assertThat(run.entries()).isEmpty();
		this.supervisor.close();
		assertThat(RunFile.read(this.home)).isEmpty();
	}

	@Test
	void startsNothingOnceItWasStopped() {
		this.supervisor.close();
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> start(FakeService.program("one", Tier.BACKEND, FreePorts.anyPair())))
			.withMessage("The shop was stopped while it started.");
		assertThat(ProcessHandle.current().children()).isEmpty();
		assertThat(RunFile.read(this.home)).isEmpty();
	}

	@Test
	void tellsWhenEachIsUpAndWritesDownWhichItIs() {
		start(FakeService.program("one", Tier.BACKEND, FreePorts.anyPair()),
				FakeService.program("two", Tier.ENTRANCE, FreePorts.anyPair()));
		assertThat(said()).containsPattern("one +up after \\d+\\.\\d s").containsPattern("two +up after");
		RunFile run = RunFile.read(this.home).orElseThrow();
		assertThat(run.open()).isTrue();
		assertThat(run.supervisor().handle()).contains(ProcessHandle.current());
		assertThat(run.entries()).extracting(RunFile.Entry::state).containsOnly(State.UP);
		assertThat(run.entries()).allMatch((entry) -> entry.handle().isPresent());
	}

	@Test
	void startsAgainWhatWasKilled() {
		start(FakeService.program("one", Tier.BACKEND, FreePorts.anyPair()));
		ProcessHandle killed = handle("one").orElseThrow();
		killed.destroyForcibly();
		await().atMost(LIMIT).untilAsserted(() -> {
			assertThat(entry("one").state()).isEqualTo(State.UP);
			assertThat(entry("one").restarts()).isOne();
			assertThat(handle("one")).isPresent().isNotEqualTo(Optional.of(killed));
		});
		assertThat(said()).contains("one                      died (exit code 137), starts again in 0.3 s");
	}

	@Test
	void startsAgainWhatWasKilledThoughNothingCanBeWritten() throws IOException {
		start(FakeService.program("one", Tier.BACKEND, FreePorts.anyPair()));
		ProcessHandle killed = handle("one").orElseThrow();
		for (Path folder : List.of(this.home.run(), this.home.logs())) {
			Home.delete(folder);
			Files.createFile(folder);
		}
		killed.destroyForcibly();
		await().atMost(LIMIT).untilAsserted(() -> assertThat(said()).containsPattern("(?s)one +up .* one +up "));
		assertThat(killed.isAlive()).isFalse();
		assertThat(said()).containsOnlyOnce("cannot be written").contains(": make room");
	}

	@Test
	void leavesNothingBehindWhenItStops() {
		start(FakeService.program("one", Tier.BACKEND, FreePorts.anyPair()),
				FakeService.program("two", Tier.ENTRANCE, FreePorts.anyPair()));
		List<ProcessHandle> family = ProcessHandle.current().descendants().toList();
		assertThat(family).hasSizeGreaterThanOrEqualTo(2);
		this.supervisor.close();
		assertThat(family).noneMatch(ProcessHandle::isAlive);
		assertThat(RunFile.read(this.home)).isEmpty();
	}

	@Test
	void givesUpOnWhatKeepsDyingAtItsStartAndShowsItsLastWords() {
		Program healthy = FakeService.program("healthy", Tier.BACKEND, FreePorts.anyPair());
		Program dying = FakeService.program("dying", Tier.BACKEND, 0);
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> start(healthy, dying))
			.withMessageStartingWith("dying keeps dying at its start")
			.withMessageContaining("No luck today");
		assertThat(ProcessHandle.current().children()).isEmpty();
		assertThat(RunFile.read(this.home)).isEmpty();
	}

	@Test
	void givesUpOnWhatDoesNotBecomeReady() {
		Program silent = new Program("silent", Tier.BACKEND, "nowhere", List.of("tail", "-f", "/dev/null"), Map.of(),
				this.folder, (pid) -> false);
		assertThatExceptionOfType(Problem.class)
			.isThrownBy(() -> this.supervisor.start(List.of(silent), Duration.ofSeconds(1)))
			.withMessageStartingWith("silent did not become ready within 1 s");
		assertThat(ProcessHandle.current().children()).isEmpty();
	}

	@Test
	void endsByItsNumberWhatAKilledSupervisorLeft() throws Exception {
		Process orphan = new ProcessBuilder("tail", "-f", "/dev/null").start();
		RunFile.Entry entry = new RunFile.Entry("orphan", Tier.BACKEND, State.UP, ProcessId.of(orphan.toHandle()), 0,
				"nowhere");
		new RunFile(ProcessId.of(ProcessHandle.current()), true, List.of(entry)).write(this.home);
		try (RunLock lock = RunLock.take(this.home)) {
			assertThat(Leftovers.end(lock, this::complain)).isOne();
		}
		assertThat(RunFile.read(this.home)).isEmpty();
		assertThat(orphan.waitFor()).isEqualTo(143);
	}

	private void complain(String complaint) {
		throw new AssertionError(complaint);
	}

	private void start(Program... programs) {
		this.supervisor.start(List.of(programs), LIMIT);
	}

	private RunFile.Entry entry(String name) {
		return RunFile.read(this.home)
			.orElseThrow()
			.entries()
			.stream()
			.filter((entry) -> entry.name().equals(name))
			.findFirst()
			.orElseThrow();
	}

	private Optional<ProcessHandle> handle(String name) {
		return entry(name).handle();
	}

	private String said() {
		return this.said.toString(StandardCharsets.UTF_8);
	}

}
