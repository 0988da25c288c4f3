package dev.clickpath.cli.control;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.house.Tier;
import dev.clickpath.cli.supervision.Program;
import dev.clickpath.cli.supervision.RunFile;
import dev.clickpath.cli.supervision.State;
import dev.clickpath.cli.supervision.Supervisor;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Works switches over processes that do nothing anyway.
 */
class ControlServerTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final Map<String, String> ZONES = Map.of("storefront-1", "eu", "storefront-2", "eu", "storefront-3",
			"us");

	private static final Set<String> OTHERS = Set.of("other");

	@TempDir
	private Path folder;

	private final List<String> purges = new ArrayList<>();

	private final List<Duration> delays = new ArrayList<>();

	private Home home;

	private Supervisor supervisor;

	private ControlServer control;

	@BeforeEach
	void open() {
		this.home = new Home(this.folder).open();
		this.supervisor = Supervisor.open(this.home, InstantSource.system(), System.out);
		this.supervisor.start(
				List.of(program("storefront-1"), program("storefront-2"), program("storefront-3"), program("other")),
				LIMIT);
		open(new Switchboard(this.home, ZONES, OTHERS, Duration.ofMinutes(1)));
	}

	private void open(Switchboard switchboard) {
		this.control = ControlServer.open(FreePorts.any(), this.home, switchboard,
				new ControlServer.Neighbours(() -> this.purges.add("all"), (delay, time) -> this.delays.add(delay)));
	}

	private Program program(String name) {
		return new Program(name, Tier.BACKEND, "nowhere", List.of("tail", "-f", "/dev/null"), Map.of(), this.folder,
				(pid) -> true);
	}

	@AfterEach
	void close() {
		this.control.close();
		this.supervisor.close();
	}

	@Test
	void hangsAndKeepsOneStorefrontAndHasAllGoOn() throws Exception {
		assertThat(work("hang", "storefront-1")).isEqualTo("hung");
		assertThat(work("hang", "other")).isEqualTo("hung");
		hangs("storefront-1");
		hangs("other");
		assertThat(work("hang", "storefront-2")).isEqualTo("hung");
		assertThat(work("hang", "storefront-3")).isEqualTo("one-has-to-stay");
		assertThat(work("stop", "storefront-3")).isEqualTo("one-has-to-stay");
		assertThat(work("zone", "us")).isEqualTo("one-has-to-stay");
		assertThat(work("resume", "")).isEqualTo("resumed");
		goesOn("storefront-1");
		assertThat(work("zone", "eu")).isEqualTo("hung");
		hangs("storefront-2");
		this.control.close();
		goesOn("storefront-2");
	}

	@Test
	void whatHangsGoesOnByItself() throws Exception {
		this.control.close();
		open(new Switchboard(this.home, ZONES, OTHERS, Duration.ofMillis(300)));
		assertThat(work("hang", "storefront-1")).isEqualTo("hung");
		goesOn("storefront-1");
	}

	@Test
	void theEndOfAHangIsNotTheEndOfTheNextOne() throws Exception {
		this.control.close();
		Endings endings = new Endings();
		open(new Switchboard(this.home, ZONES, OTHERS, Duration.ofMinutes(1), endings));
		assertThat(work("hang", "storefront-1")).isEqualTo("hung");
		assertThat(work("resume", "")).isEqualTo("resumed");
		assertThat(work("hang", "storefront-1")).isEqualTo("hung");
		hangs("storefront-1");
		endings.tasks.getFirst().run();
		assertThat(state("storefront-1")).isEqualTo('T');
		endings.tasks.getLast().run();
		goesOn("storefront-1");
	}

	@Test
	void killsStorefrontsOnlyWhichThenStartAgain() throws Exception {
		long before = pid("storefront-1");
		assertThat(work("stop", "storefront-1")).isEqualTo("stopped");
		Awaitility.await().atMost(LIMIT).untilAsserted(() -> assertThat(pid("storefront-1")).isNotEqualTo(before));
		for (String name : List.of("other", "nobody", "", "../storefront-1")) {
			assertThat(work("stop", name)).isEqualTo("not-running");
		}
		assertThat(work("hang", "nobody")).isEqualTo("not-running");
		assertThat(work("zone", "nowhere")).isEqualTo("not-running");
	}

	@Test
	void purgesAndSlowsTheCatalogue() throws Exception {
		assertThat(work("purge", "")).isEqualTo("purged");
		assertThat(this.purges).hasSize(1);
		assertThat(work("slow", "")).isEqualTo("slowed");
		assertThat(work("resume", "")).isEqualTo("resumed");
		assertThat(this.delays).containsExactly(Duration.ofMillis(300), Duration.ZERO);
		assertThat(work("explode", "")).isEqualTo("malformed");
	}

	@Test
	void takesNothingWithoutTheTokenNorFromABrowser() throws Exception {
		String body = "{\"switch\":\"purge\"}";
		assertThat(send(body, "Authorization", "Bearer wrong").statusCode()).isEqualTo(401);
		assertThat(send(body, "X-Nothing", "at all").statusCode()).isEqualTo(401);
		String token = "Bearer " + Token.read(this.home).text();
		assertThat(send(body, "Authorization", token, "Origin", "http://localhost").statusCode()).isEqualTo(404);
		assertThat(send("nonsense", "Authorization", token).statusCode()).isEqualTo(400);
		assertThat(send("[]", "Authorization", token).statusCode()).isEqualTo(400);
		assertThat(this.purges).isEmpty();
		Path file = this.home.run().resolve("switches-token");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
		this.control.close();
		assertThat(file).doesNotExist();
	}

	/** A signal is not there at once. */
	private void hangs(String name) {
		Awaitility.await().until(() -> state(name) == 'T');
	}

	private void goesOn(String name) {
		Awaitility.await().until(() -> state(name) != 'T');
	}

	private String work(String what, String target) throws Exception {
		String body = send("{\"switch\":\"%s\",\"target\":\"%s\"}".formatted(what, target), "Authorization",
				"Bearer " + Token.read(this.home).text())
			.body();
		return body.replaceAll(".*\"result\":\"([a-z-]+)\".*", "$1");
	}

	private HttpResponse<String> send(String body, String... headers) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client
				.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/switches".formatted(this.control.port())))
					.headers(headers)
					.POST(HttpRequest.BodyPublishers.ofString(body))
					.build(), HttpResponse.BodyHandlers.ofString());
		}
	}

	private long pid(String name) {
		return RunFile.read(this.home)
			.orElseThrow()
			.entries()
			.stream()
			.filter((entry) -> entry.name().equals(name) && entry.state() == State.UP)
			.flatMap((entry) -> entry.handle().stream())
			.findFirst()
			.map(ProcessHandle::pid)
			.orElse(-1L);
	}

	/** As {@code /proc} tells it (proc(5)). */
	private char state(String name) throws IOException {
		String stat = Files.readString(Path.of("/proc", Long.toString(pid(name)), "stat"));
		return stat.charAt(stat.lastIndexOf(')') + 2);
	}

	/** They come when the test says so. */
	private static final class Endings extends ScheduledThreadPoolExecutor {

		private final List<Runnable> tasks = new CopyOnWriteArrayList<>();

		Endings() {
			super(1);
		}

		@Override
		public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
			this.tasks.add(command);
			return super.schedule(command, delay, unit);
		}

	}

}
