package dev.clickpath.edge.proxying;

import java.io.IOException;
import java.math.BigInteger;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.http.HttpClient.Version;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

import javax.net.ssl.SSLException;

import io.netty.handler.codec.http3.Http3ErrorCode;
import io.netty.pkitesting.X509Bundle;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.awaitility.Awaitility.await;

class Http3Tests {

	@TempDir
	private Path folder;

	private TlsEdge edge;

	@BeforeEach
	void open() {
		this.edge = new TlsEdge(this.folder);
	}

	@AfterEach
	void close() {
		this.edge.close();
	}

	@Test
	void keepsAnAnswerAndGivesItAgain() {
		this.edge.originDoes((request) -> request.response().putHeader("Cache-Control", "max-age=60").end("hello"));
		try (RawHttp3 client = this.edge.http3()) {
			RawHttp3.Answer miss = client.send(client.get("/a"));
			assertThat(miss.status()).isEqualTo("200");
			assertThat(miss.text()).isEqualTo("hello");
			assertThat(miss.first("cache-status")).contains("fwd=uri-miss");
			RawHttp3.Answer hit = client.send(client.get("/a"));
			assertThat(hit.text()).isEqualTo("hello");
			assertThat(hit.first("cache-status")).contains("hit");
			assertThat(hit.all("alt-svc")).isEmpty();
			assertThat(hit.fields()).allSatisfy((field) -> assertThat(field.getFirst()).isLowerCase());
		}
		assertThat(this.edge.asked()).hasSize(1);
		assertThat(this.edge.asked().getFirst().headers().get("X-Forwarded-Proto")).isEqualTo("https");
		assertThat(this.edge.asked().getFirst().headers().get("X-Forwarded-For")).isEqualTo("127.0.0.1");
		assertThat(this.edge.asked().getFirst().headers().get("Via")).startsWith("3.0 ");
		assertThat(this.edge.asked().getFirst().headers().contains("Transfer-Encoding")).isFalse();
		assertThat(this.edge.asked().getFirst().headers().getAll("Host"))
			.containsExactly("localhost:" + this.edge.port());
	}

	@Test
	void passesOnBodiesOfKnownAndUnknownLength() {
		this.edge.originDoes((request) -> request.body()
			.onSuccess((body) -> request.response().end(body.length() + " " + request.getHeader("Content-Length"))));
		byte[] half = new byte[150_000];
		try (RawHttp3 client = this.edge.http3()) {
			RawHttp3.Stream unknown = client.open().head(client.request("POST", "/"));
			assertThat(unknown.data(half).data(half).end().answer().text()).isEqualTo("300000 null");
			List<String> head = client.request("POST", "/");
			head.addAll(List.of("content-length", "300000"));
			assertThat(client.open().head(head).data(half).data(half).end().answer().text()).isEqualTo("300000 300000");
		}
	}

	@Test
	void tellsThatNothingHasChanged() {
		this.edge.originDoes((request) -> request.response()
			.putHeader("Cache-Control", "max-age=60")
			.putHeader("ETag", "\"v1\"")
			.end("hello"));
		try (RawHttp3 client = this.edge.http3()) {
			client.send(client.get("/a"));
			List<String> conditional = client.get("/a");
			conditional.addAll(List.of("if-none-match", "\"v1\""));
			RawHttp3.Answer answer = client.send(conditional);
			assertThat(answer.status()).isEqualTo("304");
			assertThat(answer.body().length()).isZero();
			assertThat(answer.reset()).isEqualTo(-1);
			assertThat(client.send(client.request("HEAD", "/a")).first("content-length")).isEqualTo("5");
		}
	}

	@Test
	void sendsALargeBodyNoFasterThanItIsTaken() {
		byte[] octets = new byte[20_000_000];
		for (int i = 0; i < octets.length; i++) {
			octets[i] = (byte) ((i * 31) >> 3);
		}
		this.edge.originDoes((request) -> request.response()
			.putHeader("Cache-Control", request.uri().equals("/kept") ? "max-age=60" : "no-store")
			.end(Buffer.buffer(octets)));
		try (RawHttp3 client = this.edge.http3()) {
			assertThat(client.send(client.get("/passed")).body()).isEqualTo(Buffer.buffer(octets));
			assertThat(client.send(client.get("/kept")).body()).isEqualTo(Buffer.buffer(octets));
			RawHttp3.Stream stream = client.open();
			stream.channel().config().setAutoRead(false);
			stream.head(client.get("/kept")).end();
			// Others go on meanwhile.
			assertThat(client.send(client.get("/kept")).body()).isEqualTo(Buffer.buffer(octets));
			stream.channel().config().setAutoRead(true);
			assertThat(stream.answer().body()).isEqualTo(Buffer.buffer(octets));
		}
	}

	@Test
	void breaksOffAnAnswerThatTheOriginBreaksOff() {
		this.edge.originDoes((request) -> {
			request.response().putHeader("Cache-Control", "no-store").setChunked(true);
			request.response().write("beginning").onComplete((done) -> request.connection().close());
		});
		try (RawHttp3 client = this.edge.http3()) {
			assertThat(client.send(client.get("/broken")).reset()).isEqualTo(Http3ErrorCode.H3_INTERNAL_ERROR.code());
			assertThat(client.isOpen()).isTrue();
		}
	}

	@Test
	void takesNoMoreOfABodyThatIsTooLarge() {
		this.edge.originDoes((request) -> request.body().onSuccess((body) -> request.response().end("taken")));
		try (RawHttp3 client = this.edge.http3()) {
			RawHttp3.Stream stream = client.open().head(client.request("POST", "/large"));
			for (int i = 0; i < 30; i++) {
				stream.data(new byte[100_000]);
			}
			assertThat(stream.answer().status()).isEqualTo("413");
			assertThat(client.send(client.request("POST", "/small")).text()).isEqualTo("taken");
		}
	}

	@Test
	void letsTheOriginGoWhenTheClientWantsNoMore() {
		AtomicBoolean gone = new AtomicBoolean();
		this.edge.originDoes((request) -> {
			request.connection().closeHandler((closed) -> gone.set(true));
			request.response().putHeader("Cache-Control", "no-store").end(Buffer.buffer(new byte[50_000_000]));
		});
		try (RawHttp3 client = this.edge.http3()) {
			for (int i = 0; i < 5; i++) {
				gone.set(false);
				RawHttp3.Stream stream = client.open();
				stream.channel().config().setAutoRead(false);
				stream.head(client.get("/large")).end();
				int asked = i;
				await().until(() -> this.edge.asked().size() > asked);
				stream.stopSending();
				await().untilTrue(gone);
			}
			assertThat(client.isOpen()).isTrue();
		}
	}

	@Test
	void letsTheOriginGoWhenTheClientWantedNoMoreBeforeThereWasAnything() {
		CompletableFuture<HttpServerRequest> asked = new CompletableFuture<>();
		AtomicBoolean gone = new AtomicBoolean();
		this.edge.originDoes((request) -> {
			if (request.uri().equals("/large")) {
				request.connection().closeHandler((closed) -> gone.set(true));
				asked.complete(request);
			}
			else {
				request.response().putHeader("Cache-Control", "no-store").end("other");
			}
		});
		try (RawHttp3 client = this.edge.http3()) {
			RawHttp3.Stream stream = client.open().head(client.get("/large")).end();
			HttpServerRequest large = asked.orTimeout(10, TimeUnit.SECONDS).join();
			stream.stopSending();
			// Until all is settled between the two.
			for (int i = 0; i < 20; i++) {
				assertThat(client.send(client.get("/other")).text()).isEqualTo("other");
			}
			large.response().putHeader("Cache-Control", "no-store").end(Buffer.buffer(new byte[50_000_000]));
			await().untilTrue(gone);
			assertThat(client.send(client.get("/other")).text()).isEqualTo("other");
		}
	}

	/** Together they take all of the connection's window, too. */
	@Test
	void givesUpNoAnswerWhoseClientTakesItsTime() {
		byte[] octets = new byte[400_000];
		this.edge.originDoes(
				(request) -> request.response().putHeader("Cache-Control", "no-store").end(Buffer.buffer(octets)));
		try (RawHttp3 client = this.edge.http3()) {
			List<RawHttp3.Stream> streams = IntStream.range(0, 12).mapToObj((i) -> {
				RawHttp3.Stream stream = client.open();
				stream.channel().config().setAutoRead(false);
				return stream.head(client.get("/" + i)).end();
			}).toList();
			await().during(Duration.ofSeconds(1)).until(() -> this.edge.asked().size() == 12);
			streams.forEach((stream) -> stream.channel().config().setAutoRead(true));
			assertThat(streams).allSatisfy((stream) -> {
				assertThat(stream.answer().reset()).isEqualTo(-1);
				assertThat(stream.answer().body().length()).isEqualTo(octets.length);
			});
		}
	}

	@Test
	void showsARenewedCertificateWithoutARestart() throws SSLException {
		X509Bundle renewed = this.edge.identity().issue();
		BigInteger number = renewed.getCertificate().getSerialNumber();
		try (RawHttp3 before = this.edge.http3()) {
			assertThat(before.certificate().getSerialNumber()).isNotEqualTo(number);
			this.edge.identity().write(renewed);
			await().until(() -> {
				try (RawHttp3 after = this.edge.http3()) {
					return after.certificate().getSerialNumber().equals(number);
				}
			});
			assertThat(before.send(before.get("/")).status()).isEqualTo("200");
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "HTTP_1_1", "HTTP_2" })
	void isAnnouncedToThoseWhoComeAnotherWay(Version version) {
		this.edge.originDoes((request) -> request.response()
			.putHeader("Cache-Control", "max-age=60, private=\"alt-svc\"")
			.putHeader("Alt-Svc", "h2=\"origin.example:443\"")
			.end("hello"));
		for (String path : List.of("/a", "/a", "/b?x")) {
			HttpResponse<String> answer = this.edge.send(version, this.edge.request(path));
			assertThat(answer.headers().allValues("Alt-Svc"))
				.containsExactly("h3=\":" + this.edge.port() + "\"; ma=86400");
		}
		try (RawHttp3 client = this.edge.http3()) {
			assertThat(client.send(client.get("/a")).all("alt-svc")).isEmpty();
			assertThat(client.send(client.get("/c")).all("alt-svc")).isEmpty();
		}
	}

	@Test
	void isNotAnnouncedWhereItIsNotSpoken(@TempDir Path another) {
		try (TlsEdge without = new TlsEdge(another, false)) {
			without.originDoes((request) -> request.response().putHeader("Alt-Svc", "clear").end("hello"));
			HttpResponse<String> answer = without.send(Version.HTTP_2, without.request("/"));
			assertThat(answer.headers().allValues("Alt-Svc")).isEmpty();
			assertThatIllegalStateException().isThrownBy(without::http3);
		}
	}

	/**
	 * What a client would send that has not heard of a token, with one it has made up.
	 */
	@Test
	void answersNoForgedToken() throws IOException {
		ByteBuffer initial = ByteBuffer.allocate(1_200);
		initial.put((byte) 0xc3).putInt(1).put((byte) 8).putLong(1).put((byte) 8).putLong(2);
		byte[] forged = ("netty" + "\177\0\0\1" + "12345678").getBytes(StandardCharsets.ISO_8859_1);
		try (DatagramSocket socket = new DatagramSocket()) {
			socket.setSoTimeout(1_000);
			socket.connect(InetAddress.getLoopbackAddress(), this.edge.port());
			socket.send(new DatagramPacket(initial.duplicate().put((byte) 0).array(), 1_200));
			DatagramPacket answer = new DatagramPacket(new byte[1_500], 1_500);
			socket.receive(answer);
			// A Retry packet (RFC 9000, section 17.2.5).
			assertThat(answer.getData()[0] & 0xf0).isEqualTo(0xf0);
			initial.duplicate().put((byte) forged.length).put(forged);
			socket.send(new DatagramPacket(initial.array(), 1_200));
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> socket.receive(answer));
		}
	}

	/** Who sees a client's datagrams has its connection's id, but nothing to prove. */
	@Test
	void sendsNothingToWhoOnlyKnowsAConnectionsId() throws IOException {
		byte[] octets = new byte[10_000_000];
		this.edge.originDoes(
				(request) -> request.response().putHeader("Cache-Control", "no-store").end(Buffer.buffer(octets)));
		InetSocketAddress listener = new InetSocketAddress(InetAddress.getLoopbackAddress(), this.edge.port());
		try (DatagramRelay relay = new DatagramRelay(listener);
				DatagramSocket stranger = new DatagramSocket();
				RawHttp3 client = this.edge.http3(relay.port())) {
			stranger.setSoTimeout(500);
			relay.whenPassing((datagram) -> {
				stranger.send(forgedInitial(datagram, listener));
				stranger.send(forged(datagram, listener));
			});
			RawHttp3.Answer answer = client.send(client.get("/"));
			assertThat(answer.body().length()).isEqualTo(octets.length);
			assertThat(answer.reset()).isEqualTo(-1);
			assertThat(relay.passed()).isGreaterThan(10);
			DatagramPacket caught = new DatagramPacket(new byte[1_500], 1_500);
			assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> stranger.receive(caught));
		}
	}

	/** The same beginning, which names the connection, and nothing that makes sense. */
	private static DatagramPacket forged(byte[] datagram, InetSocketAddress listener) {
		byte[] forged = Arrays.copyOf(datagram, Math.max(100, datagram.length));
		Arrays.fill(forged, 21, forged.length, (byte) 7);
		return new DatagramPacket(forged, forged.length, listener);
	}

	/** The same, as if it were the beginning of a connection. */
	private static DatagramPacket forgedInitial(byte[] datagram, InetSocketAddress listener) {
		ByteBuffer initial = ByteBuffer.allocate(1_200);
		initial.put((byte) 0xc3).putInt(1).put((byte) 20).put(datagram, 1, 20).put((byte) 8).putLong(2);
		return new DatagramPacket(initial.array(), 1_200, listener);
	}

}
