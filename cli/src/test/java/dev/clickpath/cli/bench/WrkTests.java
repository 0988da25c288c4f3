package dev.clickpath.cli.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WrkTests {

	private static final String OUTPUT = """
			Running 1s test @ http://localhost:8080/
			  100 requests in 1.00s, 2.00MB read

			{"requests":%d,"micros":2000000,"p50Micros":1500,"p99Micros":2500,"wrong":2,"broken":1}
			""";

	@TempDir
	private Path folder;

	@Test
	void isFoundOnThePath() throws IOException {
		Path program = Files.createFile(Files.createDirectory(this.folder.resolve("b")).resolve("wrk"));
		assertThat(program.toFile().setExecutable(true)).isTrue();
		assertThat(Wrk.find(this.folder.resolve("a") + ":" + program.getParent())).isEqualTo(program);
	}

	@Test
	void saysWhatToInstall() {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> Wrk.find(this.folder.toString()))
			.withMessage(
					"The load tool wrk is missing; install it with \"apt-get install wrk\" or \"brew install wrk\".");
	}

	@Test
	void readsTheLastLine() {
		try (Wrk wrk = new Wrk(Path.of("wrk"), 1, Coding.PLAIN)) {
			Load load = wrk.parse(OUTPUT.formatted(100));
			assertThat(load).isEqualTo(new Load(100, 2_000_000, 1_500, 2_500, 2, 1));
			assertThat(load.requestsPerSecond()).isEqualTo(50);
			assertThat(load.errors()).isEqualTo(3);
		}
	}

	@Test
	void refusesToCallSilenceAFigure() {
		try (Wrk wrk = new Wrk(Path.of("wrk"), 1, Coding.PLAIN)) {
			assertThatExceptionOfType(Problem.class).isThrownBy(() -> wrk.parse(OUTPUT.formatted(0)))
				.withMessageStartingWith("Not one request was answered");
		}
	}

	@Test
	void aProgramThatFailsIsQuoted() {
		Page page = new Page("home", new Browser(URI.create("http://127.0.0.1:1/")), List.of(Request.ofStranger("/")),
				"", new Weight(1, 1));
		try (Wrk wrk = new Wrk(Path.of("false"), 1, Coding.PLAIN)) {
			assertThatExceptionOfType(Problem.class).isThrownBy(() -> wrk.run(page, Duration.ofSeconds(1)))
				.withMessageStartingWith("wrk failed");
		}
	}

}
