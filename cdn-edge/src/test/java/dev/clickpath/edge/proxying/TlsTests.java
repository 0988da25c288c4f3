package dev.clickpath.edge.proxying;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.HexFormat;

import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;

import io.netty.pkitesting.X509Bundle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class TlsTests {

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

	@ParameterizedTest
	@EnumSource(names = { "HTTP_1_1", "HTTP_2" })
	void speaksTheNewestHttpThatBothKnow(Version version) {
		HttpResponse<String> response = this.edge.send(version, this.edge.request("/"));
		assertThat(response.version()).isEqualTo(version);
		assertThat(response.body()).isEqualTo("hello");
		assertThat(this.edge.asked().getFirst().headers().get("X-Forwarded-Proto")).isEqualTo("https");
		assertThat(this.edge.asked().getFirst().headers().getAll("Host"))
			.containsExactly("localhost:" + this.edge.port());
		assertThat(this.edge.asked().getFirst().headers().get("Via"))
			.startsWith((version == Version.HTTP_2) ? "2.0 " : "1.1 ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "TLSv1.2", "TLSv1.3" })
	void resumesSessions(String version) throws IOException {
		long before;
		try (SSLSocket first = this.edge.connect(version, "http/1.1")) {
			answer(first);
			before = first.getSession().getCreationTime();
		}
		await().until(() -> System.currentTimeMillis() > before);
		try (SSLSocket second = this.edge.connect(version, "http/1.1")) {
			SSLSession session = second.getSession();
			assertThat(answer(second)).startsWith("HTTP/1.1 200");
			assertThat(session.getProtocol()).isEqualTo(version);
			// A resumed session is as old as the one before.
			assertThat(session.getCreationTime()).isEqualTo(before);
		}
	}

	/** A session of TLS 1.3 is there only once its ticket has been read. */
	private static String answer(SSLSocket socket) throws IOException {
		return TlsEdge.talk(socket, "GET / HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "0301", "0302" })
	void refusesOldTls(String version) throws IOException {
		// As the JDK's client no longer speaks these, here is what one would say first.
		String hello = version + "00".repeat(32) + "00" + "0004" + "c013" + "c014" + "0100";
		String handshake = "010000" + "%02x".formatted(hello.length() / 2) + hello;
		String octets = "16" + version + "00" + "%02x".formatted(handshake.length() / 2) + handshake;
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.edge.port())) {
			socket.setSoTimeout(10_000);
			socket.getOutputStream().write(HexFormat.of().parseHex(octets));
			byte[] answer = socket.getInputStream().readAllBytes();
			// A fatal alert: protocol_version (RFC 8446, section 6.2).
			assertThat(answer).startsWith(0x15).endsWith(0x02, 0x46);
		}
	}

	@Test
	void refusesFoldedFieldsAsWithoutTls() throws IOException {
		assertThat(this.edge.raw("GET / HTTP/1.1\r\nHost: shop\r\nX: a\r\n b\r\n\r\n")).startsWith("HTTP/1.1 400");
		assertThat(this.edge.asked()).isEmpty();
	}

	@Test
	void showsARenewedCertificateWithoutARestart() {
		X509Bundle renewed = this.edge.identity().issue();
		assertThat(shown()).isNotEqualTo(renewed.getCertificate().getSerialNumber());
		this.edge.identity().write(renewed);
		await().until(() -> shown().equals(renewed.getCertificate().getSerialNumber()));
	}

	@Test
	void keepsTheCertificateWhenTheNewOneIsBroken() {
		BigInteger before = shown();
		X509Bundle other = this.edge.identity().issue();
		this.edge.identity().write(other.getCertificatePathPEM(), "nonsense");
		X509Bundle renewed = this.edge.identity().issue();
		await().during(Duration.ofMillis(400)).until(() -> shown().equals(before));
		this.edge.identity().write(renewed);
		await().until(() -> shown().equals(renewed.getCertificate().getSerialNumber()));
	}

	private BigInteger shown() {
		try (SSLSocket socket = (SSLSocket) this.edge.identity()
			.clientContext()
			.getSocketFactory()
			.createSocket(InetAddress.getLoopbackAddress(), this.edge.port())) {
			return ((X509Certificate) socket.getSession().getPeerCertificates()[0]).getSerialNumber();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@ParameterizedTest
	@EnumSource(names = { "HTTP_1_1", "HTTP_2" })
	void passesOnABodyWhoseLengthIsNotKnown(Version version) {
		this.edge.originDoes((request) -> request.body()
			.onSuccess((body) -> request.response().end("%d octets".formatted(body.length()))));
		byte[] body = new byte[300_000];
		HttpResponse<String> response = this.edge.send(version,
				this.edge.request("/").POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
		assertThat(response.body()).isEqualTo("300000 octets");
	}

	@Test
	void aBodyThatIsTooLargeEndsItsStreamAndNoOther() {
		this.edge.originDoes((request) -> request.body().onSuccess((body) -> request.response().end("taken")));
		try (HttpClient client = this.edge.client(Version.HTTP_2)) {
			InputStream endless = new InputStream() {

				@Override
				public int read() {
					return 'a';
				}

			};
			assertThatThrownBy(() -> client
				.sendAsync(this.edge.request("/").POST(BodyPublishers.ofInputStream(() -> endless)).build(),
						HttpResponse.BodyHandlers.ofString())
				.thenApply((response) -> {
					throw new IllegalStateException("status " + response.statusCode());
				})
				.join()).hasMessageContaining("413");
			assertThat(this.edge.asked()).isNotEmpty();
			this.edge.originDoes((request) -> request.response().end("hello"));
			assertThat(client.sendAsync(this.edge.request("/").build(), HttpResponse.BodyHandlers.ofString())
				.join()
				.body()).isEqualTo("hello");
		}
	}

	@Test
	void anAnswerThatBreaksOffEndsItsStreamAndNoOther() throws IOException {
		this.edge.originDoes((request) -> {
			if (request.uri().equals("/broken")) {
				request.response().putHeader("Cache-Control", "no-store").setChunked(true);
				request.response().write("beginning").onComplete((done) -> request.connection().close());
			}
			else {
				request.response().end("hello");
			}
		});
		try (RawHttp2 client = this.edge.http2()) {
			client.head(1, true, client.get("/broken"));
			RawHttp2.Frame reset = client.next(RawHttp2.RST_STREAM, RawHttp2.GOAWAY);
			assertThat(reset.type()).isEqualTo(RawHttp2.RST_STREAM);
			client.head(3, true, client.get("/whole"));
			RawHttp2.Frame head = client.next(RawHttp2.HEADERS, RawHttp2.GOAWAY);
			assertThat(head.stream()).isEqualTo(3);
		}
	}

}
