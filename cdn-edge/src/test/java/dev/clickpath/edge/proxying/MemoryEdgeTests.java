package dev.clickpath.edge.proxying;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.GZIPInputStream;

import com.aayushatharva.brotli4j.decoder.Decoder;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static dev.clickpath.edge.proxying.Answers.header;
import static dev.clickpath.edge.proxying.Answers.octets;
import static org.assertj.core.api.Assertions.assertThat;

class MemoryEdgeTests {

	private static final int CLIENTS = 8;

	private static final int REQUESTS = 80;

	/**
	 * A body whose memory were another's in the meantime would not be what it should be.
	 */
	@Test
	void whatIsEvictedWhileItIsSentArrivesWhole() throws Exception {
		try (TestEdge edge = new TestEdge(Map.of("cache-size", "4MB"));
				ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
			edge.originDoes(MemoryEdgeTests::answer);
			List<Future<?>> done = new ArrayList<>();
			for (int client = 0; client < CLIENTS; client++) {
				SplittableRandom random = new SplittableRandom(client);
				done.add(clients.submit(() -> ask(edge, random)));
			}
			for (Future<?> one : done) {
				one.get();
			}
			assertThat(edge.gauge("edge.store.body.bytes")).isLessThan(6 * 1024 * 1024);
			assertThat(edge.gauge("edge.store.bytes")).isLessThanOrEqualTo(4 * 1024 * 1024);
			assertNothingIsHeldOnTo(edge);
		}
	}

	private static Void ask(TestEdge edge, SplittableRandom random) throws IOException {
		for (int i = 0; i < REQUESTS; i++) {
			int number = random.nextInt(60);
			byte[] expected = body(number);
			switch (random.nextInt(6)) {
				case 0 -> {
					HttpResponse<byte[]> answer = edge.get("/" + number, "Accept-Encoding", "gzip");
					byte[] plain = header(answer, "Content-Encoding").equals("gzip")
							? new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes()
							: answer.body();
					assertThat(Arrays.equals(plain, expected)).isTrue();
				}
				case 1 -> {
					HttpResponse<byte[]> answer = edge.get("/" + number, "Accept-Encoding", "br");
					byte[] plain = header(answer, "Content-Encoding").equals("br")
							? Decoder.decompress(answer.body()).getDecompressedData() : answer.body();
					assertThat(Arrays.equals(plain, expected)).isTrue();
				}
				case 2 -> {
					int first = random.nextInt(expected.length);
					HttpResponse<byte[]> answer = edge.get("/" + number, "Range", "bytes=" + first + "-");
					// Where there is no room for the whole, it is given as it comes.
					boolean whole = answer.statusCode() == 200;
					byte[] part = Arrays.copyOfRange(expected, whole ? 0 : first, expected.length);
					assertThat(Arrays.equals(answer.body(), part)).isTrue();
				}
				case 3 -> abandon(edge, number);
				case 4 ->
					edge.purging().address("http://127.0.0.1:" + edge.port() + "/" + number, random.nextBoolean());
				default -> assertThat(Arrays.equals(edge.get("/" + number).body(), expected)).isTrue();
			}
		}
		return null;
	}

	/** Asks, and goes away after the first octet. */
	private static void abandon(TestEdge edge, int number) throws IOException {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), edge.port())) {
			socket.getOutputStream()
				.write("GET /%d HTTP/1.1\r\nHost: 127.0.0.1:%d\r\n\r\n".formatted(number, edge.port())
					.getBytes(StandardCharsets.US_ASCII));
			assertThat(socket.getInputStream().read()).isEqualTo('H');
		}
	}

	private static void answer(HttpServerRequest request) {
		int number = Integer.parseInt(request.uri().substring(1));
		byte[] body = body(number);
		request.response()
			.putHeader("Cache-Control", "max-age=60")
			.putHeader("Content-Type", (number % 2 == 0) ? "text/css" : "image/webp")
			.putHeader("ETag", "\"" + number + "\"");
		String range = request.getHeader("Range");
		int first = (range != null) ? Integer.parseInt(range.replaceAll("\\D", "")) : 0;
		if (range != null) {
			request.response()
				.setStatusCode(206)
				.putHeader("Content-Range", "bytes " + first + "-" + (body.length - 1) + "/" + body.length);
		}
		request.response().end(Buffer.buffer(Arrays.copyOfRange(body, first, body.length)));
	}

	private static byte[] body(int number) {
		byte[] body = new byte[1_000 + number * 6_000];
		for (int i = 0; i < body.length; i++) {
			body[i] = (byte) ('a' + (i / 7 + number) % 26);
		}
		return body;
	}

	@Test
	void bodiesThatBreakOffLeaveNothingBehind() {
		try (TestEdge edge = new TestEdge(Map.of("read-timeout", "200ms"))) {
			edge.originAnswers(octets("x".repeat(10_000)), "Cache-Control", "max-age=60");
			edge.get("/kept");
			double kept = edge.gauge("edge.store.body.bytes");
			for (int i = 0; i < 20; i++) {
				boolean silent = i % 4 == 0;
				String length = (i % 2 == 0) ? "500000" : "";
				edge.originDoes((request) -> {
					request.response().putHeader("Cache-Control", "max-age=60");
					if (length.isEmpty()) {
						request.response().setChunked(true);
					}
					else {
						request.response().putHeader("Content-Length", length);
					}
					request.response().write("x".repeat(50_000)).onComplete((written) -> {
						if (!silent) {
							request.connection().close();
						}
					});
				});
				edge.raw("GET /" + i + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n");
			}
			Awaitility.await().until(() -> edge.gauge("edge.store.body.bytes") == kept);
			assertNothingIsHeldOnTo(edge);
		}
	}

	@Test
	void bodiesThatNobodyMayKeepLeaveNothingBehind() {
		try (TestEdge edge = new TestEdge(Map.of("cache-size", "1MB"))) {
			byte[] large = new byte[300_000];
			edge.originAnswers(large, "Cache-Control", "max-age=60");
			assertThat(edge.get("/announced").body()).isEqualTo(large);
			edge.originDoes((request) -> {
				request.response().putHeader("Cache-Control", "max-age=60").setChunked(true);
				request.response().end(Buffer.buffer(large));
			});
			assertThat(edge.get("/chunked").body()).isEqualTo(large);
			assertThat(edge.get("/chunked", "Range", "bytes=0-9").statusCode()).isEqualTo(200);
			edge.originAnswers(large, "Cache-Control", "no-store");
			assertThat(edge.get("/secret").body()).isEqualTo(large);
			Awaitility.await().until(() -> edge.gauge("edge.store.body.bytes") == 0);
		}
	}

	@Test
	void clientsThatGoAwayLeaveNothingBehind() throws IOException {
		try (TestEdge edge = new TestEdge()) {
			edge.originDoes(MemoryEdgeTests::answer);
			for (int i = 0; i < 60; i++) {
				abandon(edge, i);
			}
			assertNothingIsHeldOnTo(edge);
		}
	}

	/** Each time the same memory is used again. */
	@Test
	void whatIsReplacedGivesItsMemoryBack() {
		try (TestEdge edge = new TestEdge()) {
			edge.originAnswers(octets("x".repeat(100_000)), "Cache-Control", "max-age=60", "Content-Type", "text/css");
			for (int i = 0; i < 30; i++) {
				edge.get("/a", "Accept-Encoding", "gzip");
				edge.pass(Duration.ofSeconds(61));
			}
			Awaitility.await().until(() -> edge.gauge("edge.store.body.bytes") < 110_000);
			assertNothingIsHeldOnTo(edge);
		}
	}

	private static void assertNothingIsHeldOnTo(TestEdge edge) {
		// What is still on its way may be stored after the first purge.
		Awaitility.await().until(() -> {
			edge.purging().everything(false);
			return edge.gauge("edge.store.body.bytes") == 0;
		});
		Awaitility.await().during(Duration.ofMillis(100)).until(() -> edge.gauge("edge.store.body.bytes") == 0);
	}

}
