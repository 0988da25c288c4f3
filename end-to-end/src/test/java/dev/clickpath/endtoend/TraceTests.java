package dev.clickpath.endtoend;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One click is one trace, from the client to the database.
 */
class TraceTests {

	private final Shop shop = Shop.open();

	private final Random random = new Random();

	@Test
	void aRecordedPageIsOneTraceOverAllHops() {
		String trace = hex(16);
		String client = hex(8);
		List<Spans.Span> spans = recorded(trace, client);
		assertThat(names(spans, "catalog")).contains("index", "db", "handler");
		assertThat(names(spans, "storefront")).contains("page.head", "page.main", "handler");
		assertThat(names(spans, "gateway")).contains("clickpath.upstream.try");
		assertThat(spans).filteredOn((span) -> span.name().equals("db"))
			.allSatisfy((span) -> assertThat(span.attributes()).containsEntry("db.system.name", "postgresql")
				.hasEntrySatisfying("db.query.text", (statement) -> assertThat(statement).isNotBlank()))
			.anySatisfy((span) -> assertThat(span.attributes()).containsKey("db.response.returned_rows"));
	}

	@Test
	void statementsAreWrittenDownWithoutTheirValues() {
		String trace = hex(16);
		String product = this.shop.someProduct().split("/", -1)[2];
		this.shop.get(this.shop.someProduct(), "traceparent", "00-" + trace + "-" + hex(8) + "-01");
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> assertThat(this.shop.spans().of(trace)).extracting(Spans.Span::service)
				.contains("catalog", "storefront"));
		assertThat(this.shop.spans().of(trace)).filteredOn((span) -> span.name().equals("db"))
			.allSatisfy((span) -> assertThat(span.attributes().get("db.query.text")).doesNotContain(product));
	}

	@Test
	void theEdgeIsAPartOfTheTraceAndItsOriginStandsBelowIt() {
		String trace = hex(16);
		String client = hex(8);
		HttpResponse<String> answer = this.shop.send(
				HttpRequest.newBuilder(this.shop.edge("/media/" + hex(4) + ".svg")),
				HttpResponse.BodyHandlers.ofString(), "traceparent", "00-" + trace + "-" + client + "-01");
		assertThat(answer.statusCode()).isEqualTo(404);
		Awaitility.await().atMost(Duration.ofSeconds(20)).ignoreExceptions().untilAsserted(() -> {
			List<Spans.Span> spans = this.shop.spans().of(trace);
			Spans.Span edge = spans.stream().filter((span) -> span.name().equals("edge")).findFirst().orElseThrow();
			assertThat(edge.service()).isEqualTo("cdn-edge");
			assertThat(edge.parent()).isEqualTo(client);
			assertThat(spans).filteredOn((span) -> span.parent().equals(edge.id()))
				.extracting(Spans.Span::service)
				.contains("cdn-edge", "gateway");
			assertThat(names(spans, "cdn-edge")).contains("edge", "edge.lookup", "edge.origin");
			assertThat(names(spans, "gateway")).contains("clickpath.upstream.try");
		});
	}

	@Test
	void whatNobodyAsksForIsNotRecorded() {
		String silent = hex(16);
		this.shop.get("/search?q=kettle+" + hex(2), "traceparent", "00-" + silent + "-" + hex(8) + "-00");
		recorded(hex(16), hex(8));
		assertThat(this.shop.spans().of(silent)).isEmpty();
	}

	/** Two pages of one trace, once all services have written down all of their part. */
	private List<Spans.Span> recorded(String trace, String client) {
		String asked = "00-" + trace + "-" + client + "-01";
		HttpResponse<String> found = this.shop.get("/search?q=kettle+" + hex(2), "traceparent", asked);
		assertThat(found.statusCode()).isEqualTo(200);
		HttpResponse<String> home = this.shop.get("/", "traceparent", asked, "Cookie", "visitor=" + hex(20));
		assertThat(home.statusCode()).isEqualTo(200);
		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			List<Spans.Span> spans = this.shop.spans().of(trace);
			Set<String> known = spans.stream().map(Spans.Span::id).collect(Collectors.toSet());
			assertThat(spans).extracting(Spans.Span::service)
				.contains("gateway", "storefront", "catalog", "recommendation");
			assertThat(spans).filteredOn((span) -> span.parent().equals(client)).hasSize(2);
			assertThat(spans).filteredOn((span) -> !span.parent().equals(client))
				.allSatisfy((span) -> assertThat(known).contains(span.parent()));
		});
		return this.shop.spans().of(trace);
	}

	private static List<String> names(List<Spans.Span> spans, String service) {
		return spans.stream().filter((span) -> span.service().equals(service)).map(Spans.Span::name).toList();
	}

	private String hex(int bytes) {
		byte[] value = new byte[bytes];
		this.random.nextBytes(value);
		return HexFormat.of().formatHex(value);
	}

}
