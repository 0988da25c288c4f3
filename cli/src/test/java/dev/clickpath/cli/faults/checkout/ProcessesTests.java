package dev.clickpath.cli.faults.checkout;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.house.Tier;
import dev.clickpath.cli.process.LifeLine;
import dev.clickpath.cli.supervision.Program;
import dev.clickpath.cli.supervision.RunFile;
import dev.clickpath.cli.supervision.Supervisor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Processes that are kept like those of the shop, and do nothing.
 */
class ProcessesTests {

	private static final Duration LIMIT = Duration.ofSeconds(60);

	@TempDir
	private static Path folder;

	private static Home home;

	private static Supervisor supervisor;

	@BeforeAll
	static void start() {
		home = new Home(folder).open();
		supervisor = Supervisor.open(home, InstantSource.system(), new PrintStream(OutputStream.nullOutputStream()));
		supervisor.start(List.of(program("storefront-1", "exec sleep 600"), program("storefront-2", "exec sleep 600"),
				program("postgres", "trap 'kill $(jobs -p)' TERM; sleep 600 & sleep 600 & wait")), LIMIT);
	}

	@AfterAll
	static void stop() {
		supervisor.close();
	}

	private static Program program(String name, String script) {
		return new Program(name, Tier.BACKEND, "nowhere", List.of("sh", "-c", script), Map.of(), folder, (pid) -> true);
	}

	@Test
	void areKilledAndComeBack() {
		ProcessHandle first = handle("storefront-1");
		ProcessHandle second = handle("storefront-2");
		String killed = processes().kill(Target.STOREFRONT, new Random(1)).orElseThrow();
		assertThat(killed).isIn("storefront-1 (%d)".formatted(first.pid()),
				"storefront-2 (%d)".formatted(second.pid()));
		await().atMost(LIMIT).until(() -> first.isAlive() != second.isAlive());
		await().atMost(LIMIT).until(() -> processes().areUp());
		assertThat(processes().kill(Target.CATALOG, new Random(1))).isEmpty();
	}

	@Test
	void areKilledWithTheirChildrenOrChildrenAlone() {
		ProcessHandle server = handle("postgres");
		await().atMost(LIMIT).until(() -> server.children().count() == 3);
		List<ProcessHandle> children = server.children().filter((child) -> !LifeLine.isWatcher(child)).toList();
		assertThat(children).hasSize(2);
		assertThat(processes().kill(Target.BACKEND, new Random(1)).orElseThrow()).startsWith("postgres's child (");
		await().atMost(LIMIT).until(() -> children.stream().filter(ProcessHandle::isAlive).count() == 1);
		assertThat(server.isAlive()).isTrue();
		assertThat(processes().kill(Target.DATABASE, new Random(1)).orElseThrow())
			.isEqualTo("postgres (%d) and 1 more".formatted(server.pid()));
		await().atMost(LIMIT).until(() -> !server.isAlive() && children.stream().noneMatch(ProcessHandle::isAlive));
	}

	private static Processes processes() {
		return new Processes(home);
	}

	private static ProcessHandle handle(String name) {
		return RunFile.read(home)
			.orElseThrow()
			.entries()
			.stream()
			.filter((entry) -> entry.name().equals(name))
			.findFirst()
			.orElseThrow()
			.handle()
			.orElseThrow();
	}

}
