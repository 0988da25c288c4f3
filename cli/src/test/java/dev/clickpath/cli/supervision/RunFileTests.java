package dev.clickpath.cli.supervision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.house.Tier;
import dev.clickpath.cli.process.ProcessId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class RunFileTests {

	private static final ProcessId THIS = ProcessId.of(ProcessHandle.current());

	@TempDir
	private Path folder;

	private final List<String> complaints = new ArrayList<>();

	private Home home;

	@BeforeEach
	void openHome() {
		this.home = new Home(this.folder).open();
	}

	@Test
	void tellsWhatWasWrittenDown() {
		RunFile run = new RunFile(THIS, true,
				List.of(new RunFile.Entry("one", Tier.BACKEND, State.UP, THIS, 3, "http://127.0.0.1:1"),
						new RunFile.Entry("two", Tier.ENTRANCE, State.WAITING, null, 0, "http://127.0.0.1:2")));
		run.write(this.home);
		assertThat(RunFile.read(this.home, this.complaints::add)).contains(run);
		assertThat(this.complaints).isEmpty();
	}

	@Test
	void tellsNothingWhenThereIsNone() {
		assertThat(RunFile.read(this.home, this.complaints::add)).isEmpty();
		assertThat(this.complaints).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n", "true", "true\t1", "true\tone\ttwo", "\u0000\u0000\u0000\u0000",
			"\u00ff\u00fe\u0080", "true\t1\t2\none\tBACKEND", "true\t1\t2\none\tNOWHERE\tUP\t0\there\t-\t-" })
	void countsForNothingWhenItIsDamagedAndSaysSo(String content) throws IOException {
		Path file = this.home.run().resolve("processes");
		Files.writeString(file, content, StandardCharsets.ISO_8859_1);
		assertThat(RunFile.read(this.home)).isEmpty();
		assertThat(RunFile.read(this.home, this.complaints::add)).isEmpty();
		assertThat(this.complaints).singleElement()
			.asString()
			.startsWith("The list of what runs, %s, cannot be read".formatted(file));
	}

}
