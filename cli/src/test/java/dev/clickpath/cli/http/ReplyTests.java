package dev.clickpath.cli.http;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

class ReplyTests {

	@Test
	void readsStatusFieldsAndBody() throws IOException {
		Reply reply = read("HTTP/1.1 200 OK\r\nVia: a\r\nVIA: b\r\nContent-Length: 5\r\n\r\nhelloHTTP/1.1");
		assertThat(reply.status()).isEqualTo(200);
		assertThat(reply.field("via")).isEqualTo("a, b");
		assertThat(reply.field("ETag")).isNull();
		assertThat(reply.leavesConnectionOpen()).isFalse();
		assertThat(reply.body().readAllBytes()).asString().isEqualTo("hello");
		assertThat(reply.leavesConnectionOpen()).isTrue();
	}

	@Test
	void putsChunksTogether() throws IOException {
		Reply reply = read("""
				HTTP/1.1 200 OK
				Transfer-Encoding: chunked

				5;x=y
				hello
				1
				!
				0
				Trailer: x

				""".replace("\n", "\r\n"));
		assertThat(reply.body().readAllBytes()).asString().isEqualTo("hello!");
		assertThat(reply.leavesConnectionOpen()).isTrue();
	}

	@Test
	void aBodyThatIsShorterThanItsLengthIsBrokenOff() throws IOException {
		Reply reply = read("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhello");
		assertThatExceptionOfType(BrokenOffException.class).isThrownBy(() -> reply.body().readAllBytes())
			.withMessage("The body broke off after 5 bytes");
	}

	@Test
	void chunksWithoutALastOneAreBrokenOff() throws IOException {
		Reply between = read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
		assertThatExceptionOfType(BrokenOffException.class).isThrownBy(() -> between.body().readAllBytes());
		Reply within = read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel");
		assertThatExceptionOfType(BrokenOffException.class).isThrownBy(() -> within.body().readAllBytes());
		Reply unended = read("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n");
		assertThatExceptionOfType(BrokenOffException.class).isThrownBy(() -> unended.body().readAllBytes());
	}

	@Test
	void anEndWithinTheHeadIsNotNoAnswer() {
		assertThatExceptionOfType(BrokenOffException.class).isThrownBy(() -> read("HTTP/1.1 200 OK\r\nVia: a"));
		assertThatExceptionOfType(BrokenOffException.class).isThrownBy(() -> read("HTTP/1.1 200 OK\r\nVia: a\r\n"));
		assertThatExceptionOfType(EOFException.class).isThrownBy(() -> read(""));
	}

	@Test
	void someAnswersHaveNoBodyWhateverTheySay() throws IOException {
		byte[] head = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
		assertThat(Reply.read(new ByteArrayInputStream(head), true).body().readAllBytes()).isEmpty();
		assertThat(read("HTTP/1.1 304 Not Modified\r\nContent-Length: 5\r\n\r\n").body().readAllBytes()).isEmpty();
	}

	@Test
	void theEndOfTheConnectionIsNoEndOfABody() {
		assertThatIOException().isThrownBy(() -> read("HTTP/1.1 200 OK\r\n\r\nhello"))
			.withMessage("The answer does not tell where its body ends");
	}

	@Test
	void aConnectionThatIsToBeClosedIsNotUsedAgain() throws IOException {
		assertThat(read("HTTP/1.1 204 No\r\nConnection: close\r\n\r\n").leavesConnectionOpen()).isFalse();
	}

	private static Reply read(String answer) throws IOException {
		return Reply.read(new ByteArrayInputStream(answer.getBytes(StandardCharsets.US_ASCII)), false);
	}

}
