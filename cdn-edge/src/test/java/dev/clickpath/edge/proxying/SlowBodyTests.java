package dev.clickpath.edge.proxying;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import io.netty.handler.codec.http3.Http3ErrorCode;
import io.vertx.core.http.HttpServerRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Clients whose bodies stand still or trickle, and those who only seem to be slow.
 */
class SlowBodyTests {

	private static final String POST = "POST /form HTTP/1.1\r\nHost: a\r\n";

	private static final Map<String, String> IMPATIENT = Map.of("read-timeout", "400ms", "body-timeout", "1200ms");

	private static final List<String> LENGTH = List.of("content-length", "100000");

	private final AtomicBoolean originLetGo = new AtomicBoolean();

	/** The bodies that the origin took for whole ones. */
	private final List<String> taken = new CopyOnWriteArrayList<>();

	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

	@TempDir
	private Path folder;

	private TlsEdge edge;

	@BeforeEach
	void open() {
		this.edge = new TlsEdge(this.folder, true, IMPATIENT);
		this.edge.originDoes((request) -> {
			request.connection().closeHandler((closed) -> this.originLetGo.set(true));
			request.body().onSuccess((body) -> {
				this.taken.add(request.method() + " " + body.length());
				request.response().end("taken " + body.length());
			});
		});
	}

	@AfterEach
	void close() {
		this.clock.shutdownNow();
		this.edge.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "Content-Length: 10\r\n\r\nabc", "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n" })
	void aBodyMustNotStandStill(String rest) throws IOException {
		assertThat(this.edge.raw(POST + rest)).startsWith("HTTP/1.1 408 ")
			.contains("\r\nconnection: close\r\n")
			.endsWith("{\"title\":\"The request's body took too long\",\"status\":408}");
		await().untilTrue(this.originLetGo);
		assertThat(this.taken).isEmpty();
	}

	@Test
	void aBodyThatTricklesIsGivenUpAsWell() throws Exception {
		try (Socket socket = this.edge.connect("TLSv1.3", "http/1.1")) {
			socket.getOutputStream()
				.write((POST + "Content-Length: 100000\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			Future<?> trickle = trickle(socket.getOutputStream());
			assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII))
				.startsWith("HTTP/1.1 408 ");
			assertThat(trickle.cancel(true)).isTrue();
		}
		await().untilTrue(this.originLetGo);
		assertThat(this.taken).isEmpty();
	}

	private Future<?> trickle(OutputStream out) {
		return this.clock.scheduleWithFixedDelay(() -> {
			try {
				out.write('a');
				out.flush();
			}
			catch (IOException ex) {
				// The edge has ended the connection; that is seen by who reads.
			}
		}, 100, 100, TimeUnit.MILLISECONDS);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void overHttp2TheStreamEndsAndNoOther(boolean trickles) throws IOException {
		try (RawHttp2 client = this.edge.http2()) {
			client.head(1, false, post(client.get("/form"), LENGTH));
			client.send(RawHttp2.DATA, 0, 1, new byte[3]);
			Future<?> trickle = trickles ? trickle(client) : null;
			assertThat(client.next(RawHttp2.DATA).text()).contains("\"status\":408");
			RawHttp2.Frame reset = client.next(RawHttp2.RST_STREAM);
			assertThat(reset.stream()).isEqualTo(1);
			assertThat(reset.error()).isZero();
			if (trickle != null) {
				trickle.cancel(false);
			}
			await().untilTrue(this.originLetGo);
			assertThat(this.taken).isEmpty();
			client.head(3, true, client.get("/other"));
			assertThat(client.next(RawHttp2.DATA).text()).isEqualTo("taken 0");
		}
	}

	private Future<?> trickle(RawHttp2 client) {
		return this.clock.scheduleWithFixedDelay(() -> {
			try {
				client.send(RawHttp2.DATA, 0, 1, new byte[20]);
			}
			catch (IOException ex) {
				// It is seen by who reads.
			}
		}, 100, 100, TimeUnit.MILLISECONDS);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void overHttp3TheStreamEndsAndNoOther(boolean trickles) {
		try (RawHttp3 client = this.edge.http3()) {
			RawHttp3.Stream stream = client.open().head(post(client.get("/form"), LENGTH)).data(new byte[20]);
			Future<?> trickle = trickles ? this.clock.scheduleWithFixedDelay(() -> stream.data(new byte[20]), 100, 100,
					TimeUnit.MILLISECONDS) : null;
			assertThat(stream.answer().status()).isEqualTo("408");
			if (trickle != null) {
				trickle.cancel(false);
			}
			await().untilTrue(this.originLetGo);
			assertThat(this.taken).isEmpty();
			assertThat(client.send(client.get("/other")).text()).isEqualTo("taken 0");
		}
	}

	@Test
	void anAnswerThatHasBegunBreaksOffWithItsQuestion() {
		this.edge.originDoes((request) -> {
			request.response().setChunked(true).write("beginning");
			request.body().onSuccess((body) -> request.response().end());
		});
		try (RawHttp3 client = this.edge.http3()) {
			RawHttp3.Stream stream = client.open().head(post(client.get("/form"), LENGTH)).data(new byte[20]);
			RawHttp3.Answer answer = stream.answer();
			assertThat(answer.status()).isEqualTo("200");
			assertThat(answer.reset()).isEqualTo(Http3ErrorCode.H3_INTERNAL_ERROR.code());
		}
	}

	@Test
	void aBodyThatComesSlowlyButSteadilyMayTakeLongerThanAnOriginMayBeSilent() throws IOException {
		try (TestEdge patient = new TestEdge(Map.of("read-timeout", "1s", "body-timeout", "60s"));
				Socket socket = new Socket(InetAddress.getLoopbackAddress(), patient.port())) {
			patient.originDoes(
					(request) -> request.body().onSuccess((body) -> request.response().end("taken " + body.length())));
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write((POST + "Content-Length: 5\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
			CompletableFuture<Void> sent = new CompletableFuture<>();
			for (int i = 1; i <= 5; i++) {
				boolean last = i == 5;
				Future<?> _ = this.clock.schedule(() -> {
					socket.getOutputStream().write('a');
					return last && sent.complete(null);
				}, i * 300L, TimeUnit.MILLISECONDS);
			}
			byte[] answer = new byte[12];
			assertThat(socket.getInputStream().readNBytes(answer, 0, 12)).isEqualTo(12);
			assertThat(sent).isCompleted();
			assertThat(new String(answer, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 200");
		}
	}

	@Test
	void anOriginThatTakesTheBodyAndSaysNothingIsTheOneToBlame() throws IOException {
		this.edge.originDoes(HttpServerRequest::resume);
		assertThat(this.edge.raw(POST + "Content-Length: 3\r\n\r\nabc")).startsWith("HTTP/1.1 504 ");
	}

	/** It takes nothing for longer than the body may take. */
	@Test
	void aClientThatWaitsForItsOriginIsNotSlow() {
		try (TestEdge patient = new TestEdge(
				Map.of("read-timeout", "4s", "body-timeout", "2s", "max-request-body", "50MB"))) {
			patient.originDoes((request) -> {
				request.pause();
				Future<?> _ = this.clock.schedule(() -> request.resume(), 3, TimeUnit.SECONDS);
				request.body().onSuccess((body) -> request.response().end("taken " + body.length()));
			});
			byte[] large = new byte[40_000_000];
			assertThat(patient.send(patient.request("/form").POST(BodyPublishers.ofByteArray(large))))
				.satisfies((answer) -> assertThat(new String(answer.body(), StandardCharsets.US_ASCII))
					.isEqualTo("taken 40000000"));
		}
	}

	@Test
	void aBodyThatBreaksOffIsNeverTakenForTheWhole() throws IOException {
		try (Socket socket = this.edge.connect("TLSv1.3", "http/1.1")) {
			socket.getOutputStream()
				.write((POST + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n").getBytes(StandardCharsets.US_ASCII));
			await().until(() -> this.edge.asked().size() == 1);
		}
		await().untilTrue(this.originLetGo);
		this.originLetGo.set(false);
		try (RawHttp2 client = this.edge.http2()) {
			client.head(1, false, post(client.get("/form"), List.of()));
			client.send(RawHttp2.DATA, 0, 1, new byte[3]);
			await().until(() -> this.edge.asked().size() == 2);
			client.send(RawHttp2.RST_STREAM, 0, 1, RawHttp2.number(8));
			await().untilTrue(this.originLetGo);
		}
		this.originLetGo.set(false);
		try (RawHttp3 client = this.edge.http3()) {
			RawHttp3.Stream stream = client.open().head(post(client.get("/form"), List.of())).data(new byte[20]);
			await().until(() -> this.edge.asked().size() == 3);
			stream.reset();
			await().untilTrue(this.originLetGo);
		}
		assertThat(this.taken).isEmpty();
	}

	private static List<String> post(List<String> fields, List<String> more) {
		fields.set(fields.indexOf("GET"), "POST");
		fields.addAll(more);
		return fields;
	}

}
