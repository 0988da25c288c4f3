package dev.clickpath.edge.proxying;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.aayushatharva.brotli4j.decoder.Decoder;
import dev.clickpath.edge.disk.DiskFixture;
import dev.clickpath.edge.disk.UnusableFolderException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DiskEdgeTests {

	private static final byte[] STYLES = ".shelf { margin: 0 auto }\n".repeat(400).getBytes(StandardCharsets.US_ASCII);

	private static final String[] FRESH = { "Content-Type", "text/css", "Cache-Control", "max-age=600", "ETag",
			"\"abc\"", "Surrogate-Key", "styles" };

	@TempDir
	private Path temporary;

	@Test
	void answersAfterARestartWithoutAskingTheOrigin() {
		fill("/a");
		try (TestEdge after = open()) {
			after.originAnswers(STYLES, FRESH);
			after.pass(Duration.ofSeconds(10));
			assertThat(get(after, "/a")).contains(
					"Cache-Status: clickpath-edge; hit; ttl=590; detail=disk; key=\"http://shop/a\"", "age: 10",
					"\r\n\r\n.shelf");
			assertThat(get(after, "/a")).contains("Cache-Status: clickpath-edge; hit; ttl=590; key=");
			assertThat(after.asked()).isEmpty();
			assertThat(after.disk("hits")).isEqualTo(1);
			assertThat(after.disk("objects")).isEqualTo(1);
			assertThat(after.count("edge.requests", "result", "hit")).isEqualTo(2);
		}
	}

	@Test
	void answersHeadAndRangesAndConditionsFromDisk() {
		fill("/a", "/b", "/c");
		try (TestEdge after = open()) {
			assertThat(ask(after, "HEAD", "/a")).contains("HTTP/1.1 200 ", "content-length: " + STYLES.length,
					"detail=disk");
			assertThat(get(after, "/b", "Range: bytes=1-5")).contains("HTTP/1.1 206 ", "detail=disk", "\r\n\r\nshelf");
			assertThat(get(after, "/c", "If-None-Match: \"abc\"")).contains("HTTP/1.1 304 ", "detail=disk");
			assertThat(after.asked()).isEmpty();
		}
	}

	@Test
	void whatBecameStaleWhileItWasDownIsValidated() {
		fill("/a");
		try (TestEdge after = open()) {
			after.originDoes((request) -> request.response()
				.setStatusCode("\"abc\"".equals(request.getHeader("If-None-Match")) ? 304 : 500)
				.putHeader("Cache-Control", "max-age=600")
				.putHeader("ETag", "\"abc\"")
				.end());
			after.pass(Duration.ofSeconds(700));
			assertThat(get(after, "/a")).contains("HTTP/1.1 200 ", "fwd=stale; fwd-status=304", "\r\n\r\n.shelf");
			assertThat(get(after, "/a")).contains("hit; ttl=600; key");
			assertThat(after.asked()).hasSize(1);
			Awaitility.await().until(() -> after.disk("writes") == 1);
		}
	}

	@Test
	void keepsTheCodingsThatWereMadeThoroughly() throws IOException {
		try (TestEdge before = open()) {
			before.originAnswers(STYLES, FRESH);
			get(before, "/a", "Accept-Encoding: br");
			Awaitility.await().until(() -> get(before, "/a", "Accept-Encoding: br").contains("ETag: \"abc-br\"\r\n"));
			assertThat(get(before, "/a", "Accept-Encoding: gzip")).contains("ETag: \"abc-gzip-quick\"\r\n");
		}
		try (TestEdge after = open()) {
			String answer = get(after, "/a", "Accept-Encoding: br");
			assertThat(answer).contains("detail=disk", "ETag: \"abc-br\"\r\n");
			byte[] body = answer.substring(answer.indexOf("\r\n\r\n") + 4).getBytes(StandardCharsets.ISO_8859_1);
			assertThat(Decoder.decompress(body).getDecompressedData()).isEqualTo(STYLES);
		}
	}

	@Test
	void manyWhoAskForTheSameReadItOnce() {
		fill("/a");
		try (TestEdge after = open()) {
			List<CompletableFuture<String>> answers = IntStream.range(0, 50)
				.mapToObj((i) -> CompletableFuture.supplyAsync(() -> get(after, "/a")))
				.toList();
			assertThat(answers).extracting(CompletableFuture::join)
				.allSatisfy((answer) -> assertThat(answer).contains("hit; ttl=600", "\r\n\r\n.shelf"));
			assertThat(after.asked()).isEmpty();
		}
	}

	@Test
	void aLargeObjectThatMemoryHasNoPlaceForAnswersAllTheSame() {
		byte[] large = new byte[900_000];
		try (TestEdge before = open()) {
			before.originAnswers(large, "Cache-Control", "max-age=600");
			IntStream.range(0, 20).forEach((i) -> get(before, "/" + i));
			Awaitility.await().until(() -> before.disk("writes") > 10);
			for (int round = 0; round < 3; round++) {
				IntStream.range(0, 20).forEach((i) -> assertThat(get(before, "/" + i)).hasSizeGreaterThan(900_000));
			}
			assertThat(before.disk("hits")).isGreaterThan(5);
		}
	}

	@Test
	void aKilledEdgeLeavesWhatItHadWritten() {
		try (TestEdge before = open()) {
			before.originAnswers(STYLES, FRESH);
			get(before, "/a");
			get(before, "/b");
			Awaitility.await().until(() -> before.disk("writes") == 2);
			// An invalidation returns before its file is deleted.
			ask(before, "POST", "/a", "Content-Length: 0");
			Path killed = DiskFixture.copy(folder(), this.temporary.resolve("killed"));
			try (TestEdge after = new TestEdge(Map.of("disk-folder", killed.toString()))) {
				awaitScan(after, 1);
				assertThat(get(after, "/b")).contains("detail=disk");
				assertThat(get(after, "/a")).contains("HTTP/1.1 404");
			}
		}
	}

	@Test
	void whatWasPurgedDoesNotComeBackAfterARestart() {
		fill("/a", "/b", "/c");
		try (TestEdge edge = open()) {
			edge.purging().address("http://shop/a", false);
			edge.purging().address("http://shop/b", true);
			assertThat(get(edge, "/a")).contains("HTTP/1.1 404");
			assertThat(get(edge, "/b")).contains("HTTP/1.1 404");
			assertThat(get(edge, "/c")).contains("detail=disk");
		}
		try (TestEdge edge = open(1)) {
			edge.purging().tags(Set.of("styles"), false);
			assertThat(get(edge, "/c")).contains("HTTP/1.1 404");
		}
		try (TestEdge edge = open(0)) {
			assertThat(get(edge, "/a")).contains("HTTP/1.1 404");
			assertThat(get(edge, "/c")).contains("HTTP/1.1 404");
		}
	}

	@Test
	void whenEverythingIsPurgedNothingComesBack() {
		fill("/a", "/b");
		try (TestEdge edge = open()) {
			edge.purging().everything(false);
			assertThat(get(edge, "/a")).contains("HTTP/1.1 404");
			edge.originAnswers(STYLES, FRESH);
			get(edge, "/b");
		}
		try (TestEdge edge = open(1)) {
			assertThat(get(edge, "/a")).contains("HTTP/1.1 404");
			assertThat(get(edge, "/b")).contains("detail=disk");
		}
	}

	@Test
	void withoutAFolderThereIsNoTierOnDisk() {
		try (TestEdge edge = new TestEdge()) {
			assertThatThrownBy(() -> edge.disk("bytes")).hasMessageContaining("edge.disk.bytes");
		}
	}

	@Test
	void tellsThatItsFolderCannotBeUsed() throws IOException {
		Path file = Files.writeString(this.temporary.resolve("file"), "");
		assertThatThrownBy(() -> new TestEdge(Map.of("disk-folder", file.toString())))
			.isInstanceOf(UnusableFolderException.class);
	}

	/** Leaves these on disk, and ends. */
	private void fill(String... paths) {
		try (TestEdge edge = open(0)) {
			edge.originAnswers(STYLES, FRESH);
			for (String path : paths) {
				assertThat(get(edge, path)).contains("; stored");
			}
		}
	}

	private TestEdge open() {
		return open(Files.exists(folder()) ? DiskFixture.files(folder()).size() : 0);
	}

	private TestEdge open(long files) {
		TestEdge edge = new TestEdge(Map.of("disk-folder", folder().toString()));
		awaitScan(edge, files);
		return edge;
	}

	private static void awaitScan(TestEdge edge, long files) {
		Awaitility.await().until(() -> edge.disk("objects") == files);
	}

	private Path folder() {
		return this.temporary.resolve("cache");
	}

	/** With a host that does not depend on the port. */
	private static String ask(TestEdge edge, String method, String path, String... fields) {
		String more = Stream.of(fields).map((field) -> field + "\r\n").reduce("", String::concat);
		return edge.raw(method + " " + path + " HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n" + more + "\r\n");
	}

	private static String get(TestEdge edge, String path, String... fields) {
		return ask(edge, "GET", path, fields);
	}

}
