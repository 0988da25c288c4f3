package dev.clickpath.endtoend;

import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The path of a click from its first step: the name.
 */
class NameServerTests {

	private static final Pattern PORT = Pattern.compile(" port=(\\d+)");

	private final Shop shop = Shop.open();

	@Test
	void leadsToTheShopByUdpAndTcp() throws Exception {
		for (boolean stream : List.of(false, true)) {
			assertThat(answer("www.clickpath.test.", Type.A, stream)).contains("127.0.0.1");
			assertThat(answer("cdn.clickpath.test.", Type.A, stream)).contains("edge.clickpath.test.", "127.0.0.1");
		}
	}

	@Test
	void promisesTheProtocolsThatGatewayAndEdgeSpeak() throws Exception {
		for (String name : List.of("www.clickpath.test.", "cdn.clickpath.test.")) {
			String record = answer(name, Type.HTTPS, false);
			Matcher port = PORT.matcher(record);
			assertThat(port.find()).as(record).isTrue();
			HttpResponse<Void> first = get(Integer.parseInt(port.group(1)));
			assertThat(first.version()).isEqualTo(HttpClient.Version.HTTP_2);
			assertThat(record).contains("h2");
			assertThat(record.contains("h3")).as(name)
				.isEqualTo(first.headers().firstValue("Alt-Svc").orElse("").contains("h3="));
		}
	}

	@Test
	void comesBackWhenItWasKilled() throws Exception {
		ProcessHandle killed = ProcessHandle.of(this.shop.pidOf("dns")).orElseThrow();
		killed.destroyForcibly();
		killed.onExit().get(10, TimeUnit.SECONDS);
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(answer("www.clickpath.test.", Type.A, false)).contains("127.0.0.1"));
	}

	private static String answer(String name, int type, boolean stream) throws Exception {
		SimpleResolver resolver = new SimpleResolver(
				new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 8053 + Shop.PORT_OFFSET));
		resolver.setTimeout(Duration.ofSeconds(5));
		resolver.setTCP(stream);
		return resolver.send(Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN)))
			.sectionToString(Section.ANSWER);
	}

	private HttpResponse<Void> get(int port) throws Exception {
		try (HttpClient client = HttpClient.newBuilder().sslContext(trusting()).build()) {
			return client.send(HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/favicon.svg"))
				.timeout(Duration.ofSeconds(20))
				.build(), HttpResponse.BodyHandlers.discarding());
		}
	}

	private SSLContext trusting() throws Exception {
		KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
		known.load(null, null);
		try (InputStream authority = Files
			.newInputStream(this.shop.commandLine().home().resolve("tls").resolve("authority.pem"))) {
			known.setCertificateEntry("shop", CertificateFactory.getInstance("X.509").generateCertificate(authority));
		}
		TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		trust.init(known);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, trust.getTrustManagers(), null);
		return context;
	}

}
