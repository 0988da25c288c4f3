package dev.clickpath.cli.bench.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ToolsTests {

	private final List<String> told = new ArrayList<>();

	@TempDir
	private Path folder;

	@Test
	void thereIsNothingToMeasureHitsWithoutTheLoadTool() {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> find(EnumSet.allOf(Part.class)))
			.withMessage(
					"The load tool wrk is missing; install it with \"apt-get install wrk\" or \"brew install wrk\".");
		assertThat(this.told).isEmpty();
	}

	@Test
	void whatNeedsNoLoadToolIsMeasuredWithoutIt() {
		assertThat(find(EnumSet.of(Part.MISSES, Part.COLLAPSE, Part.CAPACITY)).cases()).isEmpty();
		assertThat(this.told).isEmpty();
	}

	@Test
	void findsThePeersAndSaysOfEachThatIsNotThereThatItIsLeftOut() throws IOException {
		install("wrk");
		install("varnishd");
		Tools tools = find(EnumSet.of(Part.HITS, Part.TLS));
		assertThat(tools.cases()).isEqualTo(Case.hits());
		assertThat(tools.peers().values()).containsExactly(this.folder.resolve("varnishd"));
		assertThat(this.told).containsExactlyInAnyOrder(
				"The load tool h2load is missing, so TLS was left out; install it with \"apt-get install nghttp2-client\".",
				"nginx is not installed and was left out; install it with \"apt-get install nginx\".",
				"haproxy is not installed and was left out; install it with \"apt-get install haproxy\".");
	}

	@Test
	void tlsAloneNeedsItsOwnLoadToolOnly() throws IOException {
		install("h2load");
		assertThat(find(EnumSet.of(Part.TLS)).cases()).isEqualTo(Case.encrypted());
	}

	private void install(String program) throws IOException {
		assertThat(Files.createFile(this.folder.resolve(program)).toFile().setExecutable(true)).isTrue();
	}

	private Tools find(Set<Part> parts) {
		return Tools.find(parts, this.folder.toString(), this.told::add);
	}

}
