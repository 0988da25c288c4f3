package dev.clickpath.edge.proxying;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

import io.vertx.core.MultiMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static dev.clickpath.edge.proxying.Answers.cacheStatus;
import static dev.clickpath.edge.proxying.Answers.octets;
import static dev.clickpath.edge.proxying.Answers.text;
import static org.assertj.core.api.Assertions.assertThat;

class HostileEdgeTests {

	private final TestEdge edge = new TestEdge();

	@AfterEach
	void close() {
		this.edge.close();
	}

	/** What is in no key must not change what is stored under it. */
	@ParameterizedTest
	@ValueSource(strings = { "X-Forwarded-Host", "X-Forwarded-Scheme", "X-Forwarded-Port", "X-Forwarded-Server",
			"X-Forwarded-Prefix", "X-Forwarded-Path", "X-Forwarded-Ssl", "X-Forwarded-Uri", "X-FORWARDED-HOST",
			"X-Forwarded", "X-Forwarded-Protocol", "X_Forwarded_Host", "X-Forwarded_Host", "x_forwarded_for",
			"X_Original_URL", "X_Rewrite_URL", "X_HTTP_Method_Override", "X_Real_IP", "Proxy_Authorization",
			"Transfer_Encoding", "Content_Length", "Accept_Encoding", "If_None_Match", "CDN_Loop", "X-Original-URI",
			"X-Original-For", "X-HTTP-Host-Override", "Front-End-Https", "X-Url-Scheme", "X-Scheme", "CF-Connecting-IP",
			"Fastly-Client-IP", "Client-IP", "X-Host", "X-Original-Host", "X-Original-URL", "X-Rewrite-URL",
			"X-HTTP-Method", "X-HTTP-Method-Override", "X-Method-Override", "Forwarded", "X-Real-IP", "True-Client-IP",
			"X-Client-IP", "X-Cluster-Client-IP", "Proxy", "Proxy-Authorization", "Proxy-Connection", "Keep-Alive",
			"TE", "Upgrade" })
	void aClientDoesNotTellTheOriginWhatIsTheEdgesToTell(String name) {
		this.edge.originAnswers(octets("body"), "Cache-Control", "max-age=60");
		for (String method : new String[] { "GET", "DELETE" }) {
			this.edge.raw(method + " /a HTTP/1.1\r\nHost: shop\r\n" + name
					+ ": hostile.example\r\nConnection: close\r\n\r\n");
		}
		assertThat(this.edge.asked()).hasSize(2).allSatisfy((fields) -> {
			assertThat(fields.entries()).noneMatch((field) -> field.getValue().contains("hostile"));
			assertThat(fields.getAll("X-Forwarded-Host")).containsExactly("shop");
			assertThat(fields.getAll("Host")).containsExactly("shop");
		});
	}

	/** An underscore alone makes no field the edge's. */
	@ParameterizedTest
	@ValueSource(strings = { "user_id", "X_Forward", "Accept_Language", "_", "X-Original-Filename", "X-Wap-Profile" })
	void whatElseAClientSaysReachesTheOrigin(String name) {
		this.edge.originAnswers(octets("body"), "Cache-Control", "max-age=60");
		for (String method : new String[] { "GET", "DELETE" }) {
			this.edge.raw(method + " /a HTTP/1.1\r\nHost: shop\r\n" + name + ": mine\r\nConnection: close\r\n\r\n");
		}
		assertThat(this.edge.asked()).hasSize(2)
			.allSatisfy((fields) -> assertThat(fields.getAll(name)).containsExactly("mine"));
	}

	/** That is what it is for, and nobody else gets what comes of it. */
	@ParameterizedTest
	@ValueSource(strings = { "X-HTTP-Method", "X-HTTP-Method-Override", "X-Method-Override" })
	void aPostMayAskForAnotherMethod(String name) {
		this.edge.originAnswers(octets("body"), "Cache-Control", "max-age=60");
		this.edge.raw("POST /a HTTP/1.1\r\nHost: shop\r\n" + name + ": DELETE\r\nConnection: close\r\n\r\n");
		assertThat(this.edge.asked()).hasSize(1)
			.allSatisfy((fields) -> assertThat(fields.getAll(name)).containsExactly("DELETE"));
	}

	/** RFC 9110, section 7.6.1: what Connection names, but not what all messages need. */
	@Test
	void aClientCannotTakeAwayFieldsThatMatter() {
		this.edge.originAnswers(octets("body"), "Cache-Control", "no-store");
		String named = "Host, X-Forwarded-For, Via, CDN-Loop, X-Mine";
		this.edge.raw(
				"GET /a HTTP/1.1\r\nHost: shop\r\nX-Mine: 1\r\nConnection: close\r\nConnection: " + named + "\r\n\r\n");
		MultiMap asked = this.edge.asked().getFirst();
		assertThat(asked.getAll("Host")).containsExactly("shop");
		assertThat(asked.getAll("X-Forwarded-For")).containsExactly("127.0.0.1");
		assertThat(asked.getAll("Via")).containsExactly("1.1 clickpath-edge");
		assertThat(asked.getAll("CDN-Loop")).containsExactly("clickpath-edge");
		assertThat(asked.contains("X-Mine")).isFalse();
	}

	/** RFC 9112, section 7.1. */
	@ParameterizedTest
	@ValueSource(strings = { "x\r\nabc", "-1\r\n", "3;\r\nabcd\r\n0\r\n\r\n", "3\r\nabc\r\nx\r\n", "\r\n" })
	void refusesABodyThatCannotBeRead(String body) {
		List<String> taken = new CopyOnWriteArrayList<>();
		this.edge.originDoes((request) -> request.body().onSuccess((whole) -> {
			taken.add(whole.toString());
			request.response().end();
		}));
		assertThat(this.edge.raw("POST /a HTTP/1.1\r\nHost: shop\r\nTransfer-Encoding: chunked\r\n\r\n" + body))
			.startsWith("HTTP/1.1 400 ")
			.contains("\r\nconnection: close\r\n")
			.endsWith("{\"title\":\"The request's body is malformed\",\"status\":400}");
		assertThat(taken).isEmpty();
	}

	/** RFC 9112, section 3.2; RFC 3986, section 3.2.2. */
	@ParameterizedTest
	@ValueSource(strings = { "", " ", "a b", "a/b", "a?b", "a#b", "a\\b", "user@a", "user:secret@a", "a:b", "a:80:80",
			"a:-1", "a:99999", "[::1", "::1]", "http://a", "<a>", "a\u00e9", "a\"b", "a%zz" })
	void refusesWhatIsNoHost(String host) {
		String answer = this.edge.raw("GET /a HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 400 ");
		assertThat(this.edge.asked()).isEmpty();
	}

	@ParameterizedTest(name = "Host: {0} -> {1}")
	@CsvSource({ "shop, shop", "SHOP, shop", "Shop:8080, shop:8080", "Shop:80, shop", "[::1]:80, [::1]",
			"shop:443, shop:443", "127.0.0.1, 127.0.0.1", "[::1], [::1]", "[::1]:8080, [::1]:8080",
			"a-b.c_d.example, a-b.c_d.example" })
	void takesHostsInAnySpelling(String host, String forwarded) {
		this.edge.originAnswers(octets("body"), "Cache-Control", "max-age=60");
		for (int i = 0; i < 2; i++) {
			assertThat(this.edge.raw("GET /a HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
				.startsWith("HTTP/1.1 200 ");
		}
		assertThat(this.edge.asked()).extracting((fields) -> fields.get("Host")).containsExactly(forwarded);
	}

	/** What the origin would take for two, the edge does not take for one. */
	@ParameterizedTest(name = "{0} and {1}")
	@CsvSource({ "/a, /A", "/a, /a/", "/a, //a", "/a, /a?", "/a, /./a", "/a, /b/../a", "/a, /%61", "/a%2fb, /a/b",
			"/a%2Fb, /a%2fb", "/a;b, /a", "/a?b&c, /a?c&b", "/a?b, /a?b=", "/a?b=1, /a?B=1", "/a?b=+, /a?b=%20" })
	void differentAddressesAreNotTheSame(String one, String other) {
		this.edge
			.originDoes((request) -> request.response().putHeader("Cache-Control", "max-age=60").end(request.uri()));
		for (String path : new String[] { one, other, one, other }) {
			assertThat(this.edge.raw("GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
				.endsWith("\r\n\r\n" + path);
		}
		assertThat(this.edge.asked()).extracting((fields) -> fields.get(":path")).containsExactly(one, other);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "http:/a", "http:a", "?a", "/a\\b", "/a\u0001b", "/a#b", "file:///a", "javascript:a",
			"http://user@shop/a", "http://shop:81/a", "http://shop.evil/a" })
	void refusesWhatIsNoTarget(String target) {
		String answer = this.edge.raw("GET " + target + " HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n");
		assertThat(answer).startsWith("HTTP/1.1 400 ");
		assertThat(this.edge.asked()).isEmpty();
	}

	@Test
	void anHttpOneRequestIsNoTunnel() {
		assertThat(this.edge.raw("CONNECT shop:80 HTTP/1.1\r\nHost: shop:80\r\n\r\n")).matches("(?s)HTTP/1.1 [45]0.*");
		assertThat(this.edge.asked()).isEmpty();
	}

	/** RFC 8586. */
	@Test
	void tellsThatARequestHasBeenHere() {
		this.edge.originAnswers(octets("body"), "Cache-Control", "no-store");
		this.edge.get("/a", "CDN-Loop", "other; x=\"y\"", "Via", "1.1 somebody");
		assertThat(this.edge.asked().getFirst().get("CDN-Loop")).isEqualTo("other; x=\"y\", clickpath-edge");
		assertThat(this.edge.asked().getFirst().getAll("Via")).containsExactly("1.1 somebody", "1.1 clickpath-edge");
	}

	@ParameterizedTest
	@ValueSource(strings = { "clickpath-edge, clickpath-edge, clickpath-edge, clickpath-edge",
			"a, clickpath-edge, b, clickpath-edge;x, clickpath-edge , clickpath-edge; y=z, c" })
	void aRequestThatGoesRoundInACircleIsStopped(String loop) {
		assertThat(this.edge.get("/a", "CDN-Loop", loop).statusCode()).isEqualTo(508);
		assertThat(this.edge.asked()).isEmpty();
	}

	/** An edge that is its own origin does not bring itself down. */
	@Test
	void aCircleComesToAnEnd() {
		try (TestEdge first = new TestEdge()) {
			try (TestEdge second = new TestEdge(Map.of("origin", "http://127.0.0.1:" + first.port()))) {
				first.originDoes((request) -> {
					String loop = Objects.toString(request.getHeader("CDN-Loop"), "");
					CompletableFuture<Void> _ = second.getAsync("/a" + loop.length(), "CDN-Loop", loop)
						.thenAccept((answer) -> request.response().setStatusCode(answer.statusCode()).end());
				});
				assertThat(second.get("/a").statusCode()).isEqualTo(508);
				assertThat(first.asked()).hasSizeLessThan(5);
			}
		}
	}

	/** RFC 9111, section 7.3; who is told to store it does. */
	@ParameterizedTest(name = "{0}, {1} -> {2}")
	@CsvSource(delimiter = ';', textBlock = """
			cautious; max-age=60;                        fwd
			rfc;      max-age=60;                        hit
			rfc;      public;                            fwd
			rfc;      private;                           fwd
			rfc;      no-cache="set-cookie", max-age=60; hit
			cautious; private="set-cookie", max-age=60;  hit
			""")
	void aCookieIsForOneVisitorUnlessTheOriginSaysOtherwise(String policy, String cacheControl, String second) {
		try (TestEdge own = new TestEdge(Map.of("policy", policy))) {
			own.originAnswers(octets("body"), "Cache-Control", cacheControl, "Set-Cookie", "a=1", "Set-Cookie", "b=2");
			assertThat(own.get("/a").headers().allValues("Set-Cookie")).containsExactly("a=1", "b=2");
			assertThat(cacheStatus(own.get("/a"))).startsWith(second);
			if (cacheControl.contains("set-cookie")) {
				assertThat(own.get("/a").headers().allValues("Set-Cookie")).isEmpty();
			}
			assertThat(text(own.get("/a"))).isEqualTo("body");
		}
	}

}
