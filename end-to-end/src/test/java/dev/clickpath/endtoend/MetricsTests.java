package dev.clickpath.endtoend;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the shop tells of itself is what the dashboards and the rules look at.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MetricsTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	/** A gatherer keeps each of them for days. */
	private static final int MOST_SERIES = 3_000;

	private final Shop shop = Shop.open();

	private final String madeUp = "made-up-" + UUID.randomUUID();

	@BeforeAll
	void somePeopleShop() throws Exception {
		try (Shopper shopper = new Shopper(this.shop)) {
			shopper.register();
			assertThat(shopper.buy(this.shop.someProduct(), "9999000000000012").location()).contains("/orders/");
		}
		for (int i = 0; i < 10; i++) {
			Page home = Page.of(this.shop.get("/", "Cookie", "visitor=" + this.madeUp.replace("-", "")));
			this.shop.get("/search?q=kettle+" + this.madeUp);
			this.shop.get(home.links("/products/").getFirst());
			this.shop.get(home.links("/departments/").getFirst());
			this.shop.get("/" + this.madeUp);
			this.shop.get("/products/" + this.madeUp + "/" + this.madeUp);
			ask(home.links(this.shop.edge("/assets/css/").toString()).getFirst());
			ask(this.shop.edge("/media/" + this.madeUp + ".svg").toString());
		}
		assertThat(this.shop.commandLine().run(SOON, "purge", "--everything").exitCode()).isZero();
	}

	private void ask(String address) {
		this.shop.send(HttpRequest.newBuilder(URI.create(address)), HttpResponse.BodyHandlers.discarding(),
				"Accept-Encoding", "br");
	}

	@Test
	void everyMetricThatADashboardOrARuleNamesExists() {
		Expressions expressions = Expressions.checkedIn();
		assertThat(expressions.all()).hasSizeGreaterThan(100);
		Awaitility.await().atMost(SOON).untilAsserted(() -> {
			Metrics metrics = Metrics.of(this.shop);
			List<String> missing = new ArrayList<>();
			expressions.all()
				.forEach((place, expression) -> metrics.missing(Query.of(expression), expressions.recorded())
					.forEach((name) -> missing.add(place + ": " + name)));
			assertThat(missing).isEmpty();
		});
	}

	@Test
	void whatNobodyTellsIsFound() {
		Metrics metrics = Metrics.of(this.shop);
		assertThat(missing(metrics, "sum(rate(nobody_tells_this_total[5m]))"))
			.containsExactly("nobody_tells_this_total");
		assertThat(missing(metrics, "clickpath_orders_total{state=\"eaten\"}"))
			.containsExactly("clickpath_orders_total{state=\"eaten\"}");
		assertThat(missing(metrics, "sum by (colour) (clickpath_orders_total)"))
			.containsExactly("clickpath_orders_total by colour");
		assertThat(missing(metrics, "clickpath_orders_total{job=\"gateway\"}"))
			.containsExactly("clickpath_orders_total{job=\"gateway\"}");
		assertThat(missing(metrics, "clickpath:not_recorded:rate5m > 1"))
			.containsExactly("clickpath:not_recorded:rate5m");
		assertThat(missing(metrics, "histogram_quantile(0.9, sum by (le) (rate(clickpath_orders_total[1m])))"))
			.containsExactly("clickpath_orders_total by le");
	}

	private static List<String> missing(Metrics metrics, String expression) {
		return metrics.missing(Query.of(expression), Set.of());
	}

	@Test
	void aPurchaseAPurgeAndPagesAreCounted() {
		Awaitility.await().atMost(SOON).untilAsserted(() -> {
			Metrics metrics = Metrics.of(this.shop);
			assertThat(metrics.sum("clickpath_orders_total", "state", "placed")).isPositive();
			assertThat(metrics.sum("clickpath_payments_total", "outcome", "accepted")).isPositive();
			assertThat(metrics.sum("clickpath_visitor_events_total", "type", "basket")).isPositive();
			assertThat(metrics.sum("clickpath_events_taken_total", "type", "view")).isPositive();
			assertThat(metrics.sum("edge_purges_total", "what", "everything")).isPositive();
			assertThat(metrics.sum("http_server_requests_seconds_count", "job", "gateway", "uri", "/products/**",
					"status", "200"))
				.isPositive();
			assertThat(metrics.sum("http_server_requests_seconds_count", "job", "storefront", "uri",
					"/departments/{slug}", "status", "200"))
				.isPositive();
			assertThat(metrics.sum("edge_requests_total", "status", "hit")).isPositive();
			assertThat(metrics.sum("clickpath_upstream_tries_total", "outcome", "answered")).isPositive();
			assertThat(metrics.sum("clickpath_upstream_answers_seconds_count")).isPositive();
		});
	}

	@Test
	void nothingThatAClientMakesUpIsInALabel() {
		Metrics.of(this.shop).texts().forEach((process, text) -> {
			assertThat(text).as(process).doesNotContain(this.madeUp).doesNotContain(this.madeUp.replace("-", ""));
			assertThat(text.lines().filter((line) -> !line.startsWith("#")).count()).as(process)
				.isBetween(50L, (long) MOST_SERIES);
		});
	}

	@Test
	void dashboardsCanBeLoaded() {
		Map<String, JsonNode> dashboards = Expressions.dashboards();
		assertThat(dashboards).containsOnlyKeys("edge.json", "gateway.json", "shop.json");
		dashboards.forEach((file, dashboard) -> {
			assertThat(dashboard.get("uid").asString()).as(file).isEqualTo("clickpath-" + file.replace(".json", ""));
			assertThat(dashboard.get("schemaVersion").asInt()).as(file).isGreaterThanOrEqualTo(39);
			Set<Integer> numbers = new HashSet<>();
			for (JsonNode panel : dashboard.get("panels")) {
				String title = file + ", " + panel.get("title").asString();
				assertThat(numbers.add(panel.get("id").asInt())).as(title).isTrue();
				JsonNode place = panel.get("gridPos");
				assertThat(place.get("x").asInt() + place.get("w").asInt()).as(title).isBetween(1, 24);
				if (!panel.get("type").asString().equals("row")) {
					assertThat(panel.get("type").asString()).as(title).isIn("timeseries", "stat", "state-timeline");
					assertThat(panel.get("datasource").get("uid").asString()).as(title).isEqualTo("prometheus");
					assertThat(panel.get("targets")).as(title).isNotEmpty();
					assertThat(panel.get("fieldConfig").get("defaults").get("unit").asString()).as(title).isNotBlank();
				}
			}
		});
	}

	@Test
	void prometheusAsksEveryProcessByTheNameTheDashboardsKnow() throws Exception {
		for (String file : List.of("prometheus.yml", "local.yml")) {
			Map<String, List<Map<String, Object>>> configuration = new Yaml()
				.load(Files.readString(Expressions.FOLDER.resolve("prometheus").resolve(file)));
			assertThat(configuration.get("scrape_configs")).as(file)
				.extracting((job) -> job.get("job_name"))
				.containsExactlyInAnyOrderElementsOf(Metrics.PORTS.keySet());
		}
	}

}
