package dev.clickpath.gateway.connections;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.EventLoop;
import io.netty.handler.codec.http.DefaultHttpHeaders;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.HttpResources;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ConnectionsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final int MUCH = 32 * 1024 * 1024;

	private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

	private final Connections connections = new Connections(Duration.ofSeconds(1), Duration.ofSeconds(15));

	private final EventLoop loop = HttpResources.get().onServer(true).next();

	@AfterEach
	void close() {
		this.connections.close();
	}

	@Test
	void oneConnectionServesOneRequestAfterTheOther() throws IOException {
		try (ScriptedUpstream upstream = new ScriptedUpstream((self, in, out) -> {
			while (true) {
				self.head(in);
				ScriptedUpstream.say(out, OK);
			}
		})) {
			for (int i = 0; i < 3; i++) {
				assertThat(get(upstream.address())).isEqualTo("200 ok");
			}
			assertThat(upstream.connections()).isEqualTo(1);
			assertThat(upstream.heads()).hasSize(3)
				.allSatisfy((head) -> assertThat(head).startsWith("GET /page HTTP/1.1\r\n"));
		}
	}

	@Test
	void twoRequestsAtATimeHaveAConnectionEach() throws IOException {
		Sinks.One<String> both = Sinks.one();
		try (ScriptedUpstream upstream = new ScriptedUpstream((self, in, out) -> {
			self.head(in);
			if (self.heads().size() == 2) {
				both.tryEmitValue("here");
			}
			both.asMono().block();
			ScriptedUpstream.say(out, OK);
		})) {
			assertThat(Mono.zip(answer(upstream.address()), answer(upstream.address())).block(PATIENCE)).isNotNull();
			assertThat(upstream.connections()).isEqualTo(2);
		}
	}

	@Test
	void whatOnlyAnnouncesTheAnswerIsNotTheAnswer() throws IOException {
		assertThat(get("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n" + OK))
			.isEqualTo("200 ok");
	}

	@Test
	void aBodyMayComeInChunksAndPieces() throws IOException {
		assertThat(get("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\no\r\n1\r\nk\r\n0\r\n\r\n"))
			.isEqualTo("200 ok");
	}

	@Test
	void aBodyMayEndWithItsConnection() throws IOException {
		assertThat(get("HTTP/1.1 200 OK\r\n\r\nok")).isEqualTo("200 ok");
	}

	@Test
	void anAnswerThatBreaksOffFails() {
		assertThatThrownBy(() -> get("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok"))
			.hasCauseInstanceOf(IOException.class);
	}

	@Test
	void whatIsNoHttpFails() {
		assertThatThrownBy(() -> get("SSH-2.0-shop\r\n\r\n")).hasCauseInstanceOf(IOException.class);
	}

	@Test
	void nobodyThereIsAConnectException() throws IOException {
		URI gone;
		try (ScriptedUpstream upstream = new ScriptedUpstream((self, in, out) -> {
		})) {
			gone = upstream.address();
		}
		assertThatThrownBy(() -> get(gone)).hasCauseInstanceOf(ConnectException.class);
	}

	@Test
	void silenceIsATimeout() throws IOException {
		try (ScriptedUpstream upstream = new ScriptedUpstream((self, in, out) -> {
			self.head(in);
			self.head(in);
		})) {
			Mono<Answer> answer = this.connections.exchange(this.loop, upstream.address(), request(),
					Duration.ofMillis(50));
			StepVerifier.create(answer).expectError(TimeoutException.class).verify(PATIENCE);
		}
	}

	@Test
	void silenceInTheMiddleOfABodyIsOneToo() throws IOException {
		try (ScriptedUpstream upstream = new ScriptedUpstream((self, in, out) -> {
			self.head(in);
			ScriptedUpstream.say(out, "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nok");
			self.head(in);
		})) {
			Flux<ByteBuf> body = this.connections
				.exchange(this.loop, upstream.address(), request(), Duration.ofMillis(50))
				.flatMapMany(Answer::pieces);
			StepVerifier.create(body.doOnNext(ByteBuf::release))
				.expectNextCount(1)
				.expectError(TimeoutException.class)
				.verify(PATIENCE);
		}
	}

	@Test
	void whatIsAllowedToBeSilentMayBe() throws IOException {
		Sinks.One<String> end = Sinks.one();
		try (ScriptedUpstream upstream = new ScriptedUpstream((self, in, out) -> {
			self.head(in);
			ScriptedUpstream.say(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n");
			end.asMono().block();
			ScriptedUpstream.say(out, "ok");
		})) {
			Mono<String> body = this.connections
				.exchange(this.loop, upstream.address(), request(), Duration.ofMillis(50))
				.flatMap((answer) -> {
					answer.letItBeSilent();
					Future<?> _ = this.loop.schedule(() -> end.tryEmitValue("now"), 200, TimeUnit.MILLISECONDS);
					return text(answer);
				});
			assertThat(body.block(PATIENCE)).isEqualTo("200 ok");
		}
	}

	@Test
	void aConnectionThatSaysSomethingUnaskedIsNotUsedAgain() throws IOException {
		try (ScriptedUpstream upstream = new ScriptedUpstream((self, in, out) -> {
			self.head(in);
			ScriptedUpstream.say(out, OK + "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison");
			self.head(in);
		})) {
			assertThat(get(upstream.address())).isEqualTo("200 ok");
			assertThat(get(upstream.address())).isEqualTo("200 ok");
			assertThat(upstream.connections()).isEqualTo(2);
		}
	}

	@Test
	void noMoreIsReadThanIsWanted() throws IOException {
		AtomicLong written = new AtomicLong();
		try (ScriptedUpstream upstream = new ScriptedUpstream((self, in, out) -> {
			self.head(in);
			ScriptedUpstream.say(out, "HTTP/1.1 200 OK\r\nContent-Length: " + MUCH + "\r\n\r\n");
			byte[] part = new byte[64 * 1024];
			for (int i = 0; i < MUCH; i += part.length) {
				out.write(part);
				written.addAndGet(part.length);
			}
			self.head(in);
		})) {
			Flux<ByteBuf> body = this.connections.exchange(this.loop, upstream.address(), request(), PATIENCE)
				.flatMapMany(Answer::pieces);
			AtomicLong read = new AtomicLong();
			StepVerifier.create(body.doOnNext((piece) -> read.addAndGet(piece.readableBytes())), 1)
				.consumeNextWith(ByteBuf::release)
				.then(() -> Awaitility.await().during(Duration.ofMillis(300)).until(() -> written.get() < MUCH / 2))
				.thenRequest(Long.MAX_VALUE)
				.thenConsumeWhile((piece) -> true, ByteBuf::release)
				.expectComplete()
				.verify(Duration.ofSeconds(20));
			assertThat(read).hasValue(MUCH);
		}
	}

	@Test
	void aBodyIsSentAndItsConnectionUsedAgain() throws IOException {
		try (ScriptedUpstream upstream = new ScriptedUpstream((self, in, out) -> {
			while (true) {
				self.head(in);
				ScriptedUpstream.say(out, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n" + read(in, 4));
			}
		})) {
			AtomicBoolean left = new AtomicBoolean();
			for (int i = 0; i < 2; i++) {
				Flux<ByteBuf> body = Flux.just("ab", "cd")
					.map((text) -> Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
				assertThat(this.connections
					.exchange(this.loop, upstream.address(), post(body, 4, () -> left.set(true)), PATIENCE)
					.flatMap(ConnectionsTests::text)
					.block(PATIENCE)).isEqualTo("200 abcd");
			}
			assertThat(left).isTrue();
			assertThat(upstream.connections()).isEqualTo(1);
		}
	}

	@Test
	void aBodyThatTakesItsTimeIsNotTheUpstreamsSilence() throws IOException {
		try (ScriptedUpstream upstream = new ScriptedUpstream((self, in, out) -> {
			self.head(in);
			ScriptedUpstream.say(out, "HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n" + read(in, 4));
		})) {
			Flux<ByteBuf> body = Flux.just("ab", "cd")
				.delayElements(Duration.ofMillis(400))
				.map((text) -> Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
			assertThat(this.connections.exchange(this.loop, upstream.address(), post(body, 4, () -> {
			}), Duration.ofMillis(150)).flatMap(ConnectionsTests::text).block(PATIENCE)).isEqualTo("200 abcd");
		}
	}

	@Test
	void whoDoesNotTakeABodyIsSilent() throws IOException {
		Sinks.One<String> end = Sinks.one();
		try (ScriptedUpstream upstream = new ScriptedUpstream((self, in, out) -> {
			self.head(in);
			end.asMono().block();
		})) {
			Flux<ByteBuf> body = Flux.range(0, MUCH / 65_536).map((i) -> Unpooled.wrappedBuffer(new byte[65_536]));
			StepVerifier.create(this.connections.exchange(this.loop, upstream.address(), post(body, MUCH, () -> {
			}), Duration.ofMillis(150))).expectError(TimeoutException.class).verify(PATIENCE);
			end.tryEmitValue("over");
		}
	}

	@Test
	void anAnswerBeforeTheBodyIsThereEndsTheConnection() throws IOException {
		try (ScriptedUpstream upstream = new ScriptedUpstream((self, in, out) -> {
			self.head(in);
			ScriptedUpstream.say(out, "HTTP/1.1 413 Content Too Large\r\nContent-Length: 2\r\n\r\nno");
			self.head(in);
		})) {
			for (int i = 0; i < 2; i++) {
				assertThat(this.connections.exchange(this.loop, upstream.address(), post(Flux.never(), 4, () -> {
				}), PATIENCE).flatMap(ConnectionsTests::text).block(PATIENCE)).isEqualTo("413 no");
			}
			assertThat(upstream.connections()).isEqualTo(2);
		}
	}

	@Test
	void whoGoesAwayEndsTheConnection() throws IOException {
		Sinks.One<String> closed = Sinks.one();
		try (ScriptedUpstream upstream = new ScriptedUpstream((self, in, out) -> {
			self.head(in);
			closed.tryEmitValue((in.read() < 0) ? "closed" : "more");
		})) {
			this.connections.exchange(this.loop, upstream.address(), request(), PATIENCE)
				.as(StepVerifier::create)
				.then(() -> Awaitility.await().until(() -> upstream.heads().size() == 1))
				.thenCancel()
				.verifyThenAssertThat(PATIENCE)
				.hasNotDroppedErrors();
			assertThat(closed.asMono().block(PATIENCE)).isEqualTo("closed");
		}
	}

	/** What a body in an answer comes to. */
	private String get(String answer) throws IOException {
		try (ScriptedUpstream upstream = new ScriptedUpstream((self, in, out) -> {
			self.head(in);
			ScriptedUpstream.say(out, answer);
		})) {
			return get(upstream.address());
		}
	}

	private String get(URI upstream) {
		return Objects.requireNonNull(answer(upstream).block(PATIENCE));
	}

	private Mono<String> answer(URI upstream) {
		return this.connections.exchange(this.loop, upstream, request(), PATIENCE).flatMap(ConnectionsTests::text);
	}

	private static Mono<String> text(Answer answer) {
		return answer.whole().map((body) -> {
			try {
				return answer.status() + " " + body.toString(StandardCharsets.US_ASCII);
			}
			finally {
				body.release();
			}
		});
	}

	private static String read(InputStream in, int length) throws IOException {
		return new String(in.readNBytes(length), StandardCharsets.US_ASCII);
	}

	private static Outgoing request() {
		HttpHeaders headers = new DefaultHttpHeaders().set("Host", "shop");
		return new Outgoing(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, "/page", headers), null,
				() -> {
				});
	}

	private static Outgoing post(Flux<ByteBuf> body, int length, Runnable left) {
		HttpHeaders headers = new DefaultHttpHeaders().set("Host", "shop").set("Content-Length", length);
		return new Outgoing(new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/page", headers), body,
				left);
	}

}
