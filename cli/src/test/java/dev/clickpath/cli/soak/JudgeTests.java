package dev.clickpath.cli.soak;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;

import dev.clickpath.cli.http.BrokenOffException;
import dev.clickpath.cli.http.Codings;
import dev.clickpath.cli.http.Reply;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class JudgeTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private static final Resource PAGE = new Resource("/a", 1_000, true, Policy.LONG, List.of("tag"));

	private static final Resource PRIVATE = new Resource("/a", 1_000, true, Policy.NEVER_STORED, List.of("tag"));

	private static final Ask PLAIN = Ask.plainly(Kind.GET, PAGE);

	private static final Ask GZIP = new Ask(Kind.GET, PAGE, Codings.GZIP, null, null);

	private static final Ask PART = new Ask(Kind.RANGE, PAGE, Codings.IDENTITY, new Ask.Part(10, 19), null);

	private static final Ask CONDITIONAL = new Ask(Kind.CONDITIONAL, PAGE, Codings.IDENTITY, null,
			new Ask.Kept("\"1\"", 1));

	private final Ledger ledger = new Ledger(InstantSource.fixed(NOW), Duration.ofSeconds(2));

	private final Judge judge = new Judge(this.ledger);

	@Test
	void aWholeAnswerIsRight() throws Exception {
		Verdict verdict = judge(PLAIN, answer(1, body(1), "Cache-Status: clickpath-edge; hit; ttl=3"));
		assertThat(verdict).isEqualTo(new Verdict(true, new Ask.Kept("\"1\"", 1), PAGE.content(1).length()));
	}

	@Test
	void theBodyOfAnotherVersionIsWrong() {
		this.ledger.publish(PAGE);
		byte[] other = body(2);
		assertWrong(PLAIN, answer(1, other), "a wrong length");
	}

	@Test
	void aSingleWrongByteIsWrong() {
		byte[] body = body(1);
		body[body.length - 1]++;
		assertWrong(PLAIN, answer(1, body), "another body");
	}

	@Test
	void aBodyThatLooksWholeAndIsNotIsWrong() {
		String chunked = """
				HTTP/1.1 200 OK
				ETag: "1"
				X-Version: 1
				Transfer-Encoding: chunked

				""".replace("\n", "\r\n");
		byte[] half = new byte[500];
		PAGE.content(1).write(0, half, half.length);
		byte[] answer = join(chunked.getBytes(StandardCharsets.US_ASCII), "1f4\r\n".getBytes(StandardCharsets.US_ASCII),
				half, "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
		assertWrong(PLAIN, answer, "a body that looks whole and is not");
	}

	@Test
	void aBodyThatBreaksOffIsToldFromAWrongOne() {
		byte[] answer = answer(1, body(1));
		byte[] half = Arrays.copyOf(answer, answer.length - 1);
		assertThatExceptionOfType(BrokenOffException.class).isThrownBy(() -> judge(PLAIN, half));
	}

	@Test
	void anOlderVersionThanAllowedIsWrong() {
		this.ledger.purged(PAGE, this.ledger.publish(PAGE), false);
		assertWrong(PLAIN, answer(1, body(1)), "version 1, though only 2 to 2 are allowed");
	}

	@Test
	void aVersionFromTheFutureIsWrong() {
		assertWrong(PLAIN, answer(2, body(2)), "version 2, though only 1 to 1 are allowed");
	}

	@Test
	void theEncodedBodyIsDecoded() throws Exception {
		byte[] encoded = Codings.encode(Codings.GZIP, body(1));
		Verdict verdict = judge(GZIP, encoded(encoded, "\"1-gzip\""));
		assertThat(verdict.bytes()).isEqualTo(encoded.length);
		encoded[encoded.length / 2]++;
		assertThatExceptionOfType(WrongAnswerException.class)
			.isThrownBy(() -> judge(GZIP, encoded(encoded, "\"1-gzip\"")));
	}

	@Test
	void twoCodingsWithTheSameTagAreWrong() {
		assertWrong(GZIP, encoded(Codings.encode(Codings.GZIP, body(1)), "\"1\""),
				"the tag of the plain body in another coding");
	}

	@Test
	void aCodingNobodyAskedForIsWrong() {
		assertWrong(PLAIN, encoded(Codings.encode(Codings.GZIP, body(1)), "\"1-gzip\""), "a coding nobody asked for");
	}

	@Test
	void thePartThatWasAskedForIsRight() throws Exception {
		assertThat(judge(PART, part(10, 19)).bytes()).isEqualTo(10);
	}

	@Test
	void anotherPartIsWrong() {
		assertWrong(PART, part(11, 19), "another part than the one asked for");
		assertWrong(PLAIN, part(10, 19), "a part nobody asked for");
	}

	@Test
	void aPartOfAnotherBodyThanTheClientHasIsWrong() throws Exception {
		Ask same = new Ask(Kind.RANGE, PAGE, Codings.IDENTITY, new Ask.Part(10, 19), new Ask.Kept("\"1\"", 1));
		assertThat(same.fields()).containsEntry("If-Range", "\"1\"").doesNotContainKey("If-None-Match");
		assertThat(judge(same, part(10, 19)).bytes()).isEqualTo(10);
		Ask other = new Ask(Kind.RANGE, PAGE, Codings.IDENTITY, new Ask.Part(10, 19), new Ask.Kept("\"0\"", 0));
		assertWrong(other, part(10, 19), "a part of another body than the client has");
	}

	@Test
	void notModifiedConfirmsTheVersionThatIsKept() throws Exception {
		assertThat(judge(CONDITIONAL, "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n"))
			.isEqualTo(new Verdict(false, CONDITIONAL.kept(), 0));
	}

	@Test
	void notModifiedIsWrongOnceThatVersionIsPurged() {
		this.ledger.purged(PAGE, this.ledger.publish(PAGE), false);
		assertWrong(CONDITIONAL, "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
				"version 1, though only 2 to 2 are allowed");
	}

	@Test
	void notModifiedIsWrongToWhomHasNothing() {
		assertWrong(PLAIN, "HTTP/1.1 304 Not Modified\r\nETag: \"1\"\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
				"\"not modified\" to whom has nothing");
	}

	@Test
	void whatMayNotBeStoredIsNoHit() {
		assertWrong(Ask.plainly(Kind.GET, PRIVATE), answer(1, body(1), "Cache-Status: clickpath-edge; hit"),
				"a stored answer where only the origin may answer");
	}

	@Test
	void anErrorIsRightOnlyWhenTheOriginFailed() throws Exception {
		String error = """
				HTTP/1.1 502 Bad Gateway
				Content-Type: application/problem+json
				Content-Length: 14

				{"status":502}""".replace("\n", "\r\n");
		assertWrong(PLAIN, error.getBytes(StandardCharsets.US_ASCII), "an error though the origin did not fail");
		this.ledger.failed(PAGE);
		assertThat(judge(PLAIN, error)).isEqualTo(Verdict.ofError());
	}

	@Test
	void anyOtherStatusIsWrong() {
		assertWrong(PLAIN, "HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII),
				"an answer nobody gave");
	}

	private void assertWrong(Ask ask, byte[] answer, String what) {
		assertThatExceptionOfType(WrongAnswerException.class).isThrownBy(() -> judge(ask, answer)).withMessage(what);
	}

	private Verdict judge(Ask ask, String answer) throws IOException, WrongAnswerException {
		return judge(ask, answer.getBytes(StandardCharsets.US_ASCII));
	}

	private Verdict judge(Ask ask, byte[] answer) throws IOException, WrongAnswerException {
		return this.judge.judge(ask, Reply.read(new ByteArrayInputStream(answer), ask.isHead()),
				this.ledger.oldest(ask.resource()), NOW);
	}

	private static byte[] body(long version) {
		Content content = PAGE.content(version);
		byte[] body = new byte[(int) content.length()];
		content.write(0, body, body.length);
		return body;
	}

	private static byte[] answer(long version, byte[] body, String... fields) {
		String more = (fields.length > 0) ? String.join("\r\n", fields) + "\r\n" : "";
		return join("HTTP/1.1 200 OK\r\nETag: \"%1$d\"\r\nX-Version: %1$d\r\nContent-Length: %2$d\r\n%3$s\r\n"
			.formatted(version, body.length, more)
			.getBytes(StandardCharsets.US_ASCII), body);
	}

	private static byte[] encoded(byte[] body, String tag) {
		return join(
				"HTTP/1.1 200 OK\r\nETag: %s\r\nX-Version: 1\r\nContent-Length: %d\r\nContent-Encoding: gzip\r\n\r\n"
					.formatted(tag, body.length)
					.getBytes(StandardCharsets.US_ASCII),
				body);
	}

	private static byte[] part(int first, int last) {
		byte[] part = new byte[last - first + 1];
		PAGE.content(1).write(first, part, part.length);
		return join(
				"HTTP/1.1 206 Part\r\nETag: \"1\"\r\nX-Version: 1\r\nContent-Range: bytes %d-%d/%d\r\nContent-Length: %d\r\n\r\n"
					.formatted(first, last, PAGE.content(1).length(), part.length)
					.getBytes(StandardCharsets.US_ASCII),
				part);
	}

	private static byte[] join(byte[]... parts) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			joined.writeBytes(part);
		}
		return joined.toByteArray();
	}

}
