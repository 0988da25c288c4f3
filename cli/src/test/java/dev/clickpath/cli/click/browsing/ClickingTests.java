package dev.clickpath.cli.click.browsing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

import com.github.luben.zstd.Zstd;
import dev.clickpath.cli.certificates.Certificates;
import dev.clickpath.cli.click.browsing.StandInSite.Page;
import dev.clickpath.cli.click.browsing.StandInSite.Refusal;
import dev.clickpath.cli.click.names.Names;
import dev.clickpath.cli.click.names.NotHereException;
import dev.clickpath.cli.click.network.Authorities;
import dev.clickpath.cli.click.network.Network;
import dev.clickpath.cli.click.network.NoAnswerException;
import dev.clickpath.cli.click.network.Tls;
import dev.clickpath.cli.click.report.Report;
import dev.clickpath.cli.click.report.Series;
import dev.clickpath.cli.click.timeline.Answer;
import dev.clickpath.cli.click.timeline.Exchange;
import dev.clickpath.cli.click.timeline.Failure;
import dev.clickpath.cli.click.timeline.Handshake;
import dev.clickpath.cli.click.timeline.Opening;
import dev.clickpath.cli.click.timeline.Visit;
import dev.clickpath.cli.http.Codings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ClickingTests {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	/** Nobody listens there. */
	private static final InetSocketAddress NO_NAME_SERVER = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"),
			9);

	private static final Names NAMES = new Names(NO_NAME_SERVER, false);

	@TempDir
	private static Path folder;

	private static Certificates certificates;

	private static Network network;

	private final List<AutoCloseable> open = new ArrayList<>();

	@BeforeAll
	static void start() {
		certificates = new Certificates(folder.resolve("tls"));
		certificates.prepare(InstantSource.system());
		network = new Network(PATIENCE);
	}

	@AfterAll
	static void stop() {
		network.close();
	}

	@AfterEach
	void close() throws Exception {
		for (AutoCloseable each : this.open.reversed()) {
			each.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "http/1.1" })
	void goesThroughAllPhasesInOrder(String protocol) throws Exception {
		StandInSite site = put(StandInSite.secure(certificates, protocol));
		site.put("/", html("<link rel=stylesheet href=/s.css>").hinted("</s.css>; rel=preload; as=style"))
			.put("/s.css", Page.of("text/css", text("p{}")));
		Visit visit = Clicking.visit(browser(), site.address("/"));
		Opening opening = visit.openings().getFirst();
		Answer answer = visit.answer();
		Answer.Hints hints = Objects.requireNonNull(answer.hints());
		assertThat(opening.protocol()).isEqualTo(protocol);
		assertThat(List.of(opening.lookup().time().from(), opening.lookup().time().to(), opening.connect().from(),
				opening.connect().to(), handshake(visit).time().from(), handshake(visit).time().to(), answer.sent(),
				hints.at(), answer.head(), answer.last(), answer.unpacking().from(), answer.unpacking().to(),
				visit.parsing().from(), visit.parsing().to()))
			.isSorted();
		assertThat(hints.links()).containsExactly("</s.css>; rel=preload; as=style");
		assertThat(visit.resources()).singleElement().satisfies((style) -> {
			assertThat(style.outcome()).isInstanceOf(Answer.class);
			assertThat(style.wanted()).as("103 names it").isGreaterThanOrEqualTo(hints.at());
		});
		assertThat(site.questions()).as("nothing is asked for twice").containsExactly("/", "/s.css");
	}

	@Test
	void tellsWhatTlsAgreedOnAndThatASessionGoesOn() throws Exception {
		StandInSite site = put(StandInSite.secure(certificates, "h2")).put("/", html(""));
		Browser first = browser();
		Handshake full = handshake(Clicking.visit(first, site.address("/")));
		assertThat(full.version()).isEqualTo("TLSv1.3");
		assertThat(full.cipher()).startsWith("TLS_");
		assertThat(full.alpn()).isEqualTo("h2");
		assertThat(full.resumed()).isFalse();
		Handshake.Certificate certificate = Objects.requireNonNull(full.certificate());
		assertThat(certificate.issuer()).contains("Clickpath");
		assertThat(certificate.ends()).isAfter(Instant.now().plus(Duration.ofDays(30)));

		Browser second = put(first.again());
		Visit again = Clicking.visit(second, site.address("/"));
		assertThat(again.openings()).hasSize(1);
		assertThat(handshake(again).resumed()).isTrue();
		Visit kept = Clicking.visit(second, site.address("/"));
		assertThat(kept.openings()).as("the connection goes on").isEmpty();
		assertThat(site.connections()).isEqualTo(2);
		assertThat(handshake(Clicking.visit(browser(), site.address("/"))).resumed())
			.as("another browser has no sessions")
			.isFalse();
	}

	@Test
	void usesOneConnectionWhereHttp2IsSpoken() throws Exception {
		StandInSite site = put(StandInSite.secure(certificates, "h2"));
		visitManyScripts(site);
		assertThat(site.connections()).isOne();
	}

	@Test
	void usesUpToSixConnectionsWhereItIsNot() throws Exception {
		StandInSite clear = put(StandInSite.clear());
		visitManyScripts(clear);
		assertThat(clear.mostConnectionsAtOnce()).isBetween(2, 6);
		StandInSite secure = put(StandInSite.secure(certificates, "http/1.1"));
		visitManyScripts(secure);
		assertThat(secure.mostConnectionsAtOnce()).isBetween(2, 6);
	}

	private void visitManyScripts(StandInSite site) throws Exception {
		StringBuilder page = new StringBuilder();
		IntStream.range(0, 30).forEach((i) -> {
			page.append("<script src=/").append(i).append(".js></script>");
			site.put("/" + i + ".js", Page.of("text/javascript", new byte[20_000]));
		});
		site.put("/", html(page.toString()));
		Visit visit = Clicking.visit(browser(), site.address("/"));
		assertThat(visit.resources()).hasSize(30)
			.allSatisfy((script) -> assertThat(((Answer) script.outcome()).bytes()).isEqualTo(20_000));
	}

	@Test
	void asksWithoutCredentialsOnAConnectionOfItsOwn() throws Exception {
		StandInSite edge = put(StandInSite.secure(certificates, "h2")).put("/f", Page.of("font/woff2", text("f")))
			.put("/s", Page.of("text/css", text("s")));
		StandInSite shop = put(StandInSite.secure(certificates, "h2"));
		shop.put("/", html("<link rel=preload as=font crossorigin href=%s><link rel=stylesheet href=%s>"
			.formatted(edge.address("/f"), edge.address("/s"))));
		Visit visit = Clicking.visit(browser(), shop.address("/"));
		assertThat(edge.connections()).isEqualTo(2);
		assertThat(visit.openings()).hasSize(3)
			.last()
			.satisfies((opening) -> assertThat(opening.lookup().asked()).isFalse());
	}

	@ParameterizedTest
	@ValueSource(strings = { Codings.GZIP, Codings.BROTLI, Codings.ZSTANDARD })
	void unpacksWhatIsPacked(String coding) throws Exception {
		byte[] plain = text("<p>kettle</p>".repeat(1_000));
		byte[] packed = coding.equals(Codings.ZSTANDARD) ? Zstd.compress(plain) : Codings.encode(coding, plain);
		StandInSite site = put(StandInSite.clear());
		site.put("/", Page.of("text/html", packed).with(Map.of("content-encoding", coding)));
		Answer answer = Clicking.visit(browser(), site.address("/")).answer();
		assertThat(answer.coding()).isEqualTo(coding);
		assertThat(answer.bytes()).isEqualTo(packed.length);
		assertThat(answer.plainBytes()).isEqualTo(plain.length);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void unpacksWhatIsDeflatedWithAHeadOrWithout(boolean headless) throws Exception {
		byte[] plain = text("<p>kettle</p>".repeat(1_000));
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (OutputStream deflating = new DeflaterOutputStream(packed,
				new Deflater(Deflater.BEST_COMPRESSION, headless))) {
			deflating.write(plain);
		}
		StandInSite site = put(StandInSite.clear());
		site.put("/",
				Page.of("text/html", packed.toByteArray()).with(Map.of("content-encoding", ", Deflate ,,identity,")));
		Answer answer = Clicking.visit(browser(), site.address("/")).answer();
		assertThat(answer.coding()).isEqualTo("deflate, identity");
		assertThat(answer.plainBytes()).isEqualTo(plain.length);
		assertThat(Requests.pageFields()).containsEntry("accept-encoding", "gzip, deflate, br, zstd");
	}

	@Test
	void readsWhatHopsAndCachesTell() throws Exception {
		StandInSite site = put(StandInSite.clear());
		site.put("/", html("<script src=/a.js></script><script src=/b.js></script>")
			.with(Map.of("server-timing", "gateway;dur=3, storefront;dur=2")));
		site.put("/a.js",
				Page.of("text/javascript", text("a")).with(Map.of("cache-status", "clickpath-edge; hit; ttl=9")));
		site.put("/b.js", Page.of("text/javascript", text("b"))
			.with(Map.of("cache-status", "clickpath-edge; fwd=uri-miss; stored")));
		Visit visit = Clicking.visit(browser(), site.address("/"));
		assertThat(visit.steps()).extracting((step) -> step.name()).containsExactly("gateway", "storefront");
		List<String> lines = new Report(visit, Map.of(), Instant.now(), false).lines();
		assertThat(lines).anyMatch((line) -> line.contains("/a.js") && line.contains(" hit "))
			.anyMatch((line) -> line.contains("/b.js") && line.contains(" uri-miss "))
			.anyMatch((line) -> line.contains("    storefront"))
			.anyMatch((line) -> line.contains("it needs 2 scripts"));
		assertThat(Series.table(List.of(new Series("from nothing", List.of(visit)))).get(1)).contains("from nothing")
			.contains("(1)");
	}

	@Test
	void followsRedirectsButNotForever() throws Exception {
		StandInSite site = put(StandInSite.clear()).put("/there", html("there"));
		site.put("/here", new Page(302, Map.of("location", "/there#x"), new byte[0], List.of()));
		site.put("/round", new Page(307, Map.of("location", "/round"), new byte[0], List.of()));
		site.put("/out", new Page(301, Map.of("location", "http://192.0.2.1/"), new byte[0], List.of()));
		site.put("/bad", new Page(301, Map.of("location", "mailto:x@y"), new byte[0], List.of()));
		Visit visit = Clicking.visit(browser(), site.address("/here"));
		assertThat(visit.redirects()).hasSize(1);
		assertThat(visit.page().address()).isEqualTo(site.address("/there"));
		assertThatExceptionOfType(NoAnswerException.class)
			.isThrownBy(() -> Clicking.visit(browser(), site.address("/round")))
			.withMessageContaining("sixth redirect");
		assertThatExceptionOfType(NotHereException.class)
			.isThrownBy(() -> Clicking.visit(browser(), site.address("/out")))
			.withMessageContaining("192.0.2.1 is not this machine");
		assertThatExceptionOfType(NoAnswerException.class)
			.isThrownBy(() -> Clicking.visit(browser(), site.address("/bad")))
			.withMessageContaining("no http or https address");
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "http/1.1" })
	void tellsAPageTheCookiesThatItWasToldAndTheNextClickDoesNot(String protocol) throws Exception {
		StandInSite site = put(StandInSite.secure(certificates, protocol));
		site.put("/", redirect("/").with(Map.of("set-cookie", "seen=1; Path=/; Max-Age=60; Secure; HttpOnly")))
			.put("/ seen=1", html("<img src=/p.svg><script crossorigin src=/s.js></script>"))
			.put("/p.svg seen=1", Page.of("image/svg+xml", text("p")))
			.put("/s.js seen=1", Page.of("text/javascript", text("s")));
		Browser browser = browser();
		for (int i = 0; i < 2; i++) {
			Visit visit = Clicking.visit(browser, site.address("/"));
			assertThat(visit.redirects()).hasSize(1);
			assertThat(visit.exchanges()).extracting((each) -> ((Answer) each.outcome()).status())
				.containsExactly(302, 200, 200, 200);
		}
	}

	@Test
	void tellsNoCookiesWhereItAsksWithoutCredentials() throws Exception {
		StandInSite edge = put(StandInSite.secure(certificates, "h2")).put("/s seen=1", Page.of("text/css", text("s")))
			.put("/f seen=1", Page.of("font/woff2", text("f")));
		StandInSite shop = put(StandInSite.secure(certificates, "h2"));
		shop.put("/", html("<link rel=preload as=font crossorigin href=%s><link rel=stylesheet href=%s>"
			.formatted(edge.address("/f"), edge.address("/s"))).with(Map.of("set-cookie", "seen=1")));
		assertThat(Clicking.visit(browser(), shop.address("/")).resources())
			.extracting((each) -> ((Answer) each.outcome()).status())
			.containsExactlyInAnyOrder(404, 200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "http/1.1" })
	void followsRedirectsThatAreNotInAscii(String protocol) throws Exception {
		StandInSite site = put(StandInSite.secure(certificates, protocol));
		site.put("/", redirect(new String(text("/\u00FC?q=\u8336 x"), StandardCharsets.ISO_8859_1)))
			.put("/%C3%BC?q=%E8%8C%B6%20x", redirect("/caf\u00E9"))
			.put("/caf%C3%A9", html("there"));
		assertThat(Clicking.visit(browser(), site.address("/")).page().address()).isEqualTo(site.address("/caf%C3%A9"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "http/1.1" })
	void followsRedirectsOfWhatThePageNeeds(String protocol) throws Exception {
		StandInSite site = put(StandInSite.secure(certificates, protocol));
		site.put("/",
				html("<link rel=stylesheet href=/s.css><script src=/round.js></script><img src=/out.svg>"
						+ "<img src=/bad.svg>"))
			.put("/s.css", redirect("a/b/../t.css"))
			.put("/a/t.css", redirect("?v=1|2"))
			.put("/a/t.css?v=1%7C2", Page.of("text/css", text("p{}")))
			.put("/round.js", redirect("/round.js"))
			.put("/out.svg", redirect("http://192.0.2.1/out.svg"))
			.put("/bad.svg", redirect("http://localhost:65536/"));
		Visit visit = Clicking.visit(browser(), site.address("/"));
		assertThat(visit.resources()).filteredOn((each) -> each.outcome() instanceof Answer)
			.singleElement()
			.satisfies((style) -> assertThat(style.address()).isEqualTo(site.address("/a/t.css?v=1%7C2")));
		assertThat(visit.redirects()).extracting((each) -> each.address().getPath())
			.containsExactlyInAnyOrder("/s.css", "/a/t.css", "/round.js", "/round.js", "/round.js", "/round.js",
					"/round.js", "/out.svg");
		assertThat(visit.exchanges()).isSortedAccordingTo(Comparator.comparingLong(Exchange::wanted)).hasSize(12);
		assertThat(failure(visit, "/round.js")).contains("is the sixth redirect in a row");
		assertThat(failure(visit, "/bad.svg")).contains("redirects to what is no http or https address");
		assertThat(visit.leftOut()).containsExactly(URI.create("http://192.0.2.1/out.svg"));
		assertThat(new Report(visit, Map.of(), Instant.now(), false).lines())
			.anyMatch((line) -> line.contains("it needs 1 stylesheet, 1 script, 1 picture"))
			.filteredOn((line) -> line.contains("redirect"))
			.as("the page itself was not redirected")
			.allMatch((line) -> line.startsWith("https://localhost"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "h2", "http/1.1" })
	void goesOnWithoutWhatHasNoPort(String protocol) throws Exception {
		StandInSite site = put(StandInSite.secure(certificates, protocol));
		site.put("/", html("<script src=http://localhost:65536/a.js></script><script src=/b.js></script>").hinted(
				"<http://localhost:99999/c.js>; rel=preload; as=script", "<http://localhost:65536>; rel=preconnect"))
			.put("/b.js", Page.of("text/javascript", text("b")));
		assertThat(Clicking.visit(browser(), site.address("/")).resources()).singleElement()
			.satisfies((script) -> assertThat(script.address()).isEqualTo(site.address("/b.js")));
	}

	@Test
	void leavesOutWhatIsElsewhereAndGoesOnWithoutWhatFails() throws Exception {
		StandInSite site = put(StandInSite.secure(certificates, "h2")).put("/broken.js", StandInSite.BROKEN)
			.put("/good.js", Page.of("text/javascript", text("x")));
		site.put("/", html("<script src=http://192.0.2.1/x.js></script><script src=/broken.js></script>"
				+ "<script src=/good.js></script><img src=http://127.0.0.1:9/p.svg>"));
		Visit visit = Clicking.visit(browser(), site.address("/"));
		assertThat(visit.leftOut()).containsExactly(URI.create("http://192.0.2.1/x.js"));
		assertThat(visit.resources()).hasSize(3);
		assertThat(failure(visit, "/broken.js")).startsWith("The server gave the answer up (INTERNAL_ERROR)");
		assertThat(failure(visit, "/p.svg"))
			.isEqualTo("Nothing listens at 127.0.0.1:9; start what should, or name another address.");
		assertThat(new Report(visit, Map.of(), Instant.now(), true).lines())
			.anyMatch((line) -> line.startsWith("Left out, since it is not on this machine: http://192.0.2.1/x.js"))
			.anyMatch((line) -> line.contains("/broken.js: The server gave"));
	}

	@Test
	void tellsHowManyThingsItDidNotFetch() throws Exception {
		StandInSite site = put(StandInSite.secure(certificates, "h2"));
		String scripts = IntStream.range(0, 120)
			.mapToObj("<script src=/%d.js></script>"::formatted)
			.collect(Collectors.joining());
		site.put("/", html("<p>kettle</p>".repeat(100_000) + scripts).hinted("</0.js>; rel=preload; as=script",
				"</1.css>; rel=preload; as=style"));
		Visit visit = Clicking.visit(browser(), site.address("/"));
		assertThat(visit.resources()).hasSize(100);
		assertThat(visit.beyond()).isEqualTo(21);
		assertThat(new Report(visit, Map.of(), Instant.now(), false).lines())
			.contains("Left out, since one click fetches only so many things: 21 more.");
	}

	@Test
	void saysWhatIsWrongInASentence() throws Exception {
		StandInSite site = put(StandInSite.clear()).put("/broken", StandInSite.BROKEN);
		StandInSite secure = put(StandInSite.secure(certificates, "h2")).put("/", html(""));
		isOneSentence(site.address("/broken"), "closed the connection after 0 bytes of the body");
		isOneSentence(URI.create(site.address("/").toString().replace("http:", "https:")), "does not speak TLS");
		isOneSentence(URI.create("http://127.0.0.1:9/"), "Nothing listens at 127.0.0.1:9");
		isOneSentence(raw("SSH-2.0-what\u001b[31m is this\r\n\r\n"), "does not answer in HTTP");
		isOneSentence(raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello"),
				"not whole gzip");
		isOneSentence(raw("HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\nContent-Length: 5\r\n\r\nhello"),
				"not whole deflate");
		isOneSentence(raw("HTTP/1.1 200 OK\r\nContent-Encoding: rot13\r\nContent-Length: 1\r\n\r\nx"),
				"packed with rot13, which nobody asked for");
		isOneSentence(raw("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 5\r\n\r\nhello"), "not whole br");
		isOneSentence(raw("HTTP/1.1 200 OK\r\nContent-Encoding: zstd\r\nContent-Length: 5\r\n\r\nhello"),
				"not whole zstd");
		isOneSentence(raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"), "does not answer in HTTP");
		isOneSentence(raw("HTTP/1.1 200 OK\r\nX: " + "x".repeat(100_000)), "head that is longer");
		isOneSentence(raw(""), "closed the connection before the first byte");
		assertThatExceptionOfType(NoAnswerException.class)
			.isThrownBy(() -> Clicking.visit(
					put(new Browser(network, NAMES, Tls.create(new Authorities(List.of()), false))),
					secure.address("/")))
			.withMessageMatching(
					"The certificate at https://localhost:\\d+ is not trusted \\(.*\\); name .* --cacert FILE\\.");
		isOneSentence(URI.create(secure.address("/").toString().replace("localhost", "127.0.0.2")), "Nothing listens");
	}

	@Test
	void saysWhoDoesNotShakeHandsAndWhoTakesNoQuestion() throws Exception {
		try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
				Network hasty = new Network(Duration.ofMillis(200))) {
			URI address = URI.create("https://127.0.0.1:%d/".formatted(silent.getLocalPort()));
			assertThatExceptionOfType(NoAnswerException.class)
				.isThrownBy(() -> Clicking.visit(put(new Browser(hasty, NAMES, tls())), address))
				.withMessage("https://127.0.0.1:%d did not end the TLS handshake within 200 ms; look into its log."
					.formatted(silent.getLocalPort()));
		}
	}

	/** As many a small server does, without a word of it in its answer. */
	@Test
	void asksAgainWhenAConnectionThatWasKeptHasBeenClosed() throws Exception {
		URI address = raw("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
		Browser browser = browser();
		for (int i = 0; i < 5; i++) {
			assertThat(Clicking.visit(browser, address).answer().bytes()).isEqualTo(2);
		}
	}

	@ParameterizedTest
	@CsvSource({ "RESET, 1", "GO_AWAY, 2" })
	void asksAgainWhatAServerHasNotBegunWith(Refusal refusal, int connections) throws Exception {
		StandInSite site = put(StandInSite.secure(certificates, "h2")).put("/", html(""));
		site.refuse(List.of(refusal));
		assertThat(Clicking.visit(browser(), site.address("/")).answer().status()).isEqualTo(200);
		assertThat(site.connections()).isEqualTo(connections);
		site.refuse(Collections.nCopies(100, refusal));
		isOneSentence(site.address("/"), "The server gave the answer up");
	}

	@Test
	void waitsNoLongerThanItIsTold() throws Exception {
		try (Network hasty = new Network(Duration.ofMillis(200))) {
			for (StandInSite site : List.of(put(StandInSite.clear()), put(StandInSite.secure(certificates, "h2")))) {
				site.put("/", StandInSite.SILENT);
				assertThatExceptionOfType(NoAnswerException.class)
					.isThrownBy(() -> Clicking.visit(put(new Browser(hasty, NAMES, tls())), site.address("/")))
					.withMessageContaining("was not done after 200 ms, its time was up before the first byte");
			}
		}
	}

	@Test
	void readsNoEndlessBodyNorPageAndUnpacksNoBomb() throws Exception {
		isOneSentence(raw("HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(9_000_000)), "The body does not end after");
		StandInSite site = put(StandInSite.clear());
		site.put("/", Page.of("text/html", Codings.encode(Codings.GZIP, new byte[17 * 1024 * 1024]))
			.with(Map.of("content-encoding", "gzip")));
		isOneSentence(site.address("/"), "unpacks to more than");
		isOneSentence(site.put("/tags", html("<b>".repeat(500_001))).address("/tags"), "has more than 500000 tags");
	}

	@Test
	void readsAPageThatEndsWithItsConnection() throws Exception {
		Visit visit = Clicking.visit(browser(), raw("HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n<p>old"));
		assertThat(visit.answer().bytes()).isEqualTo(6);
	}

	private void isOneSentence(URI address, String words) {
		assertThatExceptionOfType(NoAnswerException.class).isThrownBy(() -> Clicking.visit(browser(), address))
			.satisfies((problem) -> assertThat(problem.getMessage()).contains(words)
				.endsWith(".")
				.doesNotContain("\n", "\u001b", "Exception"));
	}

	private static Handshake handshake(Visit visit) {
		return Objects.requireNonNull(visit.openings().getFirst().handshake());
	}

	private static String failure(Visit visit, String path) {
		Exchange exchange = visit.resources()
			.stream()
			.filter((each) -> each.address().getPath().equals(path))
			.findFirst()
			.orElseThrow();
		return ((Failure) exchange.outcome()).reason();
	}

	/** Answers each connection with the same bytes, and closes it. */
	private URI raw(String answer) throws Exception {
		ServerSocket server = put(new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1")));
		Thread.ofVirtual().start(() -> {
			while (!server.isClosed()) {
				try (Socket socket = server.accept()) {
					socket.getInputStream().read(new byte[4_096]);
					OutputStream output = socket.getOutputStream();
					output.write(answer.getBytes(StandardCharsets.ISO_8859_1));
					socket.shutdownOutput();
					socket.getInputStream().readAllBytes();
				}
				catch (IOException ex) {
					// The other side has had enough.
				}
			}
		});
		return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
	}

	private Browser browser() {
		return put(new Browser(network, NAMES, tls()));
	}

	private static Tls tls() {
		return Tls.create(Authorities.of(List.of(certificates.authority())), false);
	}

	private <T extends AutoCloseable> T put(T thing) {
		this.open.add(thing);
		return thing;
	}

	private static Page redirect(String location) {
		return new Page(302, Map.of("location", location), new byte[0], List.of());
	}

	private static Page html(String body) {
		return Page.of("text/html; charset=utf-8", text(body));
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
