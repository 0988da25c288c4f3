package dev.clickpath.cli.imports;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.house.FreePorts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FeedClientTests {

	private static final String ANSWER = """
			{"progress":{"phase":"reading","rows":1,"refused":0}}
			{"report":{"rows":2,"added":1}}
			""";

	@TempDir
	private Path folder;

	private final List<JsonNode> progress = new ArrayList<>();

	@Test
	void sendsAFileAsItIsAndTellsWhatCameOfIt() throws IOException {
		String feed = "id\ttitle\n" + "1\tKettle\n".repeat(50_000);
		try (StandInCatalogue catalogue = new StandInCatalogue(200, ANSWER)) {
			JsonNode report = send(catalogue, file("feed.tsv", feed.getBytes(StandardCharsets.UTF_8)), true);
			assertThat(report.get("added").asInt()).isEqualTo(1);
			assertThat(catalogue.taken).isCompletedWithValue(feed);
			assertThat(catalogue.target).isCompletedWithValue("/feed?replace=true");
		}
		assertThat(this.progress).singleElement()
			.satisfies((told) -> assertThat(told.get("phase").asString()).isEqualTo("reading"));
	}

	@Test
	void unpacksWhatIsGzippedWhateverItIsCalled() throws IOException {
		try (StandInCatalogue catalogue = new StandInCatalogue(200, ANSWER)) {
			send(catalogue, file("feed.tsv", zipped("id\ttitle\n")), false);
			assertThat(catalogue.taken).isCompletedWithValue("id\ttitle\n");
			assertThat(catalogue.target).isCompletedWithValue("/feed?replace=false");
		}
	}

	@Test
	void aFileThatBreaksOffDoesNotLookLikeAWholeOne() throws IOException {
		byte[] random = new byte[300_000];
		new Random(1).nextBytes(random);
		byte[] whole = zipped(new String(random, StandardCharsets.ISO_8859_1));
		Path file = file("feed.gz", Arrays.copyOf(whole, whole.length / 2));
		try (StandInCatalogue catalogue = new StandInCatalogue(200, ANSWER)) {
			assertThatExceptionOfType(Problem.class).isThrownBy(() -> send(catalogue, file, true))
				.withMessageContaining("cannot be read to its end");
			assertThat(catalogue.taken).isCompletedExceptionally();
		}
	}

	@Test
	void whatTheCatalogueSaysOfItIsTold() throws IOException {
		Path file = file("feed.tsv", "x".getBytes(StandardCharsets.UTF_8));
		try (StandInCatalogue catalogue = new StandInCatalogue(409,
				"{\"detail\":\"Another feed is being imported.\"}")) {
			assertThatExceptionOfType(Problem.class).isThrownBy(() -> send(catalogue, file, true))
				.withMessage("Another feed is being imported.");
		}
		try (StandInCatalogue catalogue = new StandInCatalogue(200, "{\"problem\":{\"detail\":\"No room.\"}}\n")) {
			assertThatExceptionOfType(Problem.class).isThrownBy(() -> send(catalogue, file, true))
				.withMessage("No room.");
		}
		try (StandInCatalogue catalogue = new StandInCatalogue(404, "<html>")) {
			assertThatExceptionOfType(Problem.class).isThrownBy(() -> send(catalogue, file, true))
				.withMessageContaining("another program");
		}
		try (StandInCatalogue catalogue = new StandInCatalogue(200, "")) {
			assertThatExceptionOfType(Problem.class).isThrownBy(() -> send(catalogue, file, true))
				.withMessageContaining("broke off");
		}
	}

	@Test
	void whatIsNotThereIsNamed() throws IOException {
		Path file = file("feed.tsv", new byte[0]);
		assertThatExceptionOfType(Problem.class).isThrownBy(
				() -> new FeedClient(FreePorts.any()).send(new FeedFile(file.toString()), false, this.progress::add))
			.withMessageContaining("No catalogue answers");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> new FeedFile("nowhere.tsv").open())
			.withMessageContaining("There is no file nowhere.tsv");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> new FeedFile(this.folder.toString()).open())
			.withMessageContaining("is a folder");
	}

	@Test
	void bringsAFeedToACatalogueElsewhere() throws Exception {
		Path file = file("feed.tsv", "id\ttitle".getBytes(StandardCharsets.UTF_8));
		try (StandInCatalogue catalogue = new StandInCatalogue(200, "{\"report\":{\"rows\":0}}")) {
			assertThat(execute("--catalog=http://localhost:" + catalogue.port(), file.toString())).isEmpty();
			assertThat(catalogue.taken.get()).isEqualTo("id\ttitle");
		}
		for (String nonsense : List.of("ftp://localhost:9101", "http://localhost", "localhost:9101")) {
			assertThat(execute("--catalog=" + nonsense, file.toString()))
				.contains("--catalog takes an address like http://catalog-service:9101, not " + nonsense);
		}
	}

	/** What it says of a wrong use. */
	private static String execute(String... words) {
		StringWriter err = new StringWriter();
		int exitCode = new CommandLine(new ImportProducts()).setErr(new PrintWriter(err)).execute(words);
		assertThat(exitCode).isEqualTo(err.toString().isEmpty() ? 0 : 2);
		return err.toString();
	}

	@Test
	void saysWhatCameOfItInAFewLines() {
		JsonNode report = JsonMapper.shared()
			.readTree(
					"""
							{"rows":100000,"added":99000,"changed":0,"unchanged":500,"removed":3145,"refused":500,"products":99500,
							"milliseconds":12500,"ignoredFields":["\\"gender\\""],"refusals":[{"line":7,"reason":"price is missing"}]}""");
		assertThat(ImportProducts.lines(report)).containsExactly("100,000 rows in 12.5 s (8,000/s).",
				"Products: 99,000 added, 0 changed, 500 unchanged, 3,145 removed; there are 99,500 now.",
				"Fields that mean nothing here: \"gender\".", "Rows that were left out: 500.",
				"  line 7: price is missing", "  and 499 more");
		assertThat(ImportProducts
			.line(JsonMapper.shared().readTree("{\"phase\":\"reading\",\"rows\":50000,\"refused\":3}"), 2_000_000_000L))
			.isEqualTo("   2.0 s  reading    50,000 rows (25,000/s), 3 refused");
	}

	private JsonNode send(StandInCatalogue catalogue, Path file, boolean replace) {
		return new FeedClient(catalogue.port()).send(new FeedFile(file.toString()), replace, this.progress::add);
	}

	private Path file(String name, byte[] content) throws IOException {
		return Files.write(this.folder.resolve(name), content);
	}

	private static byte[] zipped(String text) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
			zip.write(text.getBytes(StandardCharsets.UTF_8));
		}
		return bytes.toByteArray();
	}

}
