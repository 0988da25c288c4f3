package dev.clickpath.gateway.hints;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

import dev.clickpath.gateway.testing.RawHttp2;
import dev.clickpath.gateway.testing.RawHttp3;
import dev.clickpath.gateway.testing.RecordingStorefront;
import dev.clickpath.gateway.testing.TestIdentity;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.util.TestSocketUtils;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = { "management.server.port=0",
		"clickpath.gateway.health.port-offset=0", "clickpath.gateway.response-timeout=10s" })
class EarlyHintsTests {

	private static final int PORT = TestSocketUtils.findAvailableTcpPort();

	private static final RecordingStorefront storefront = new RecordingStorefront();

	private static final TestIdentity identity = new TestIdentity();

	@LocalServerPort
	private int plainPort;

	@DynamicPropertySource
	static void properties(DynamicPropertyRegistry registry) {
		registry.add("clickpath.gateway.storefronts", storefront::address);
		registry.add("clickpath.gateway.tls.port", () -> PORT);
		registry.add("clickpath.gateway.tls.certificate", () -> identity.certificate().toString());
		registry.add("clickpath.gateway.tls.private-key", () -> identity.privateKey().toString());
	}

	@AfterAll
	static void stop() {
		storefront.stop();
	}

	@Test
	void tellsWhatAPageNeedsBeforeTheStorefrontAnswers() throws IOException {
		storefront.behave((request, response) -> response.header("Content-Type", "text/html")
			.header("Link", "</style.css>; rel=preload; as=style")
			.sendString(Mono.just("<p>page</p>")));
		try (RawHttp2 client = connect()) {
			client.head(1, true, navigation(client.get("/departments/kitchen")));
			assertThat(client.next(RawHttp2.HEADERS).text()).doesNotContain("103");
			assertThat(client.next(RawHttp2.DATA).text()).contains("page");
		}
		// On a new connection nothing is in the table of fields yet, so the text is
		// there.
		try (RawHttp2 client = connect()) {
			Sinks.One<String> page = Sinks.one();
			storefront
				.behave((request, response) -> response.header("Content-Type", "text/html").sendString(page.asMono()));
			client.head(1, true, navigation(client.get("/departments/garden")));
			RawHttp2.Frame hint = client.next(RawHttp2.HEADERS);
			assertThat(hint.text()).contains("103", "</style.css>; rel=preload; as=style");
			page.tryEmitValue("<p>garden</p>");
			assertThat(client.next(RawHttp2.HEADERS, RawHttp2.DATA).type()).isEqualTo(RawHttp2.HEADERS);
			assertThat(client.next(RawHttp2.DATA).text()).contains("garden");
		}
	}

	@Test
	void tellsNothingOverTlsThatItLearnedWithoutTls() throws IOException, InterruptedException {
		storefront.behave((request, response) -> response.header("Content-Type", "text/html")
			.header("Link", "<http://cdn.test/style.css>; rel=preload; as=style")
			.sendString(Mono.just("<p>page</p>")));
		try (HttpClient plain = HttpClient.newHttpClient()) {
			plain.send(HttpRequest.newBuilder(URI.create("http://localhost:" + this.plainPort + "/basket"))
				.header("Sec-Fetch-Mode", "navigate")
				.build(), HttpResponse.BodyHandlers.discarding());
		}
		try (RawHttp2 client = connect()) {
			client.head(1, true, navigation(client.get("/basket")));
			assertThat(client.next(RawHttp2.HEADERS).text()).doesNotContain("103");
			assertThat(client.next(RawHttp2.HEADERS, RawHttp2.DATA).type()).isEqualTo(RawHttp2.DATA);
		}
	}

	@Test
	void tellsNothingToWhoDoesNotGoToAPage() throws IOException {
		storefront.behave((request, response) -> response.header("Content-Type", "text/html")
			.header("Link", "</style.css>; rel=preload; as=style")
			.sendString(Mono.just("<p>page</p>")));
		try (RawHttp2 client = connect()) {
			for (int stream = 1; stream < 6; stream += 2) {
				client.head(stream, true, client.get("/search"));
				assertThat(client.next(RawHttp2.HEADERS).text()).doesNotContain("103");
				assertThat(client.next(RawHttp2.HEADERS, RawHttp2.DATA).type()).isEqualTo(RawHttp2.DATA);
			}
		}
	}

	@Test
	void tellsItOverHttp3() {
		storefront.behave((request, response) -> response.header("Content-Type", "text/html")
			.header("Link", "</style.css>; rel=preload; as=style")
			.sendString(Mono.just("<p>page</p>")));
		try (RawHttp3 client = new RawHttp3(PORT, identity.quicContext())) {
			assertThat(client.send(navigation(client.get("/products/1/kettle"))).all(":status")).containsExactly("200");
			Sinks.One<String> page = Sinks.one();
			storefront
				.behave((request, response) -> response.header("Content-Type", "text/html").sendString(page.asMono()));
			RawHttp3.Stream stream = client.open().head(navigation(client.get("/products/2/toaster"))).end();
			assertThat(stream.begun()).isEqualTo("103");
			page.tryEmitValue("<p>toaster</p>");
			RawHttp3.Answer answer = stream.answer();
			assertThat(answer.all(":status")).containsExactly("103", "200");
			assertThat(answer.all("link")).containsExactly("</style.css>; rel=preload; as=style");
			assertThat(answer.text()).contains("toaster");
		}
	}

	private static List<String> navigation(List<String> fields) {
		fields.addAll(List.of("sec-fetch-mode", "navigate"));
		return fields;
	}

	private static RawHttp2 connect() throws IOException {
		SSLContext context = identity.clientContext();
		SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), PORT);
		socket.setSoTimeout(10_000);
		SSLParameters parameters = socket.getSSLParameters();
		parameters.setApplicationProtocols(new String[] { "h2" });
		socket.setSSLParameters(parameters);
		socket.startHandshake();
		return new RawHttp2(socket, "localhost:" + PORT);
	}

}
