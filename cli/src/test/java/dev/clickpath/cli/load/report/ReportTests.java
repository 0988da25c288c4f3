package dev.clickpath.cli.load.report;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import dev.clickpath.cli.load.accounting.EdgeFigures;
import dev.clickpath.cli.load.accounting.Failure;
import dev.clickpath.cli.load.accounting.Ledger;
import dev.clickpath.cli.load.accounting.PageKind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ReportTests {

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private final AtomicLong now = new AtomicLong();

	private final Ledger ledger = new Ledger(this.now::get, SECOND);

	private Measured measured() {
		this.now.set(10 * SECOND);
		return new Measured("http://localhost:8080", "http://localhost:8090", Instant.parse("2026-11-25T12:00:00Z"),
				Duration.ofSeconds(10), 20, 0.5, Duration.ofSeconds(5), 42, this.ledger.outcome());
	}

	private void tenSeconds() {
		for (int i = 0; i < 10; i++) {
			long due = i * SECOND;
			this.ledger.answered(PageKind.HOME, due, due, due + (i + 1) * SECOND / 100);
			this.ledger.answered(PageKind.ASSET, due, due, due + SECOND / 1_000);
		}
		this.ledger.enter();
		this.ledger.madeBy("storefront-1");
		this.ledger.ordered("confirmed");
		this.ledger.edge(new EdgeFigures(9, 1, 0, 1_500_000, 20_000, 2, 30));
	}

	@Test
	void tellsItInLines() {
		tenSeconds();
		assertThat(TextReport.lines(measured())).containsExactly(
				"20.0 shoppers about the shop at a time, 0.50 coming each second, for 10 s: 1 visits, at most 1 at once.",
				"10 pages (1.00/s) of 20 requests (2.00/s), 0 failed; seed 42.", "",
				"WHAT          COUNT  P50 MS  P95 MS  P99 MS  MAX MS",
				"home             10    50.0     100     100     100",
				"assets, each     10    1.00    1.00    1.00    1.00", "",
				"Counted from when a page should have been asked for. 99 of 100 pages were asked for within 0.00 ms of that.",
				"Edge: 90.0 % of 10 answers were hits, which spared the origin 1.50 MB; 2 times a browser's own copy was good still (304), 30 times it was fresh and nobody was asked.",
				"Pages by storefront: storefront-1 1. Orders: confirmed 1.");
	}

	@Test
	void saysHowManyFoundNoRoom() {
		this.ledger.enter();
		this.ledger.outside();
		this.ledger.outside();
		String said = "2 more came and found no room until it was over, since 1 were about already; "
				+ "what they waited is in none of these times.";
		assertThat(TextReport.lines(measured())).contains(said);
		assertThat(Jsoup.parse(HtmlReport.of(measured())).text()).contains(said);
		assertThat(JsonMapper.shared().readTree(Json.of(measured())).get("outside").intValue()).isEqualTo(2);
	}

	@Test
	void drawsTheSameOnAMachineThatWritesNumbersAnotherWay() {
		tenSeconds();
		this.ledger.madeBy("storefront-1");
		this.ledger.madeBy("storefront-1");
		this.ledger.madeBy("storefront-2");
		String here = HtmlReport.of(measured());
		assertThat(Jsoup.parse(here).select(".bar").eachAttr("style")).containsExactly("inline-size:70.00%",
				"inline-size:23.33%", "inline-size:70.00%");
		Locale usual = Locale.getDefault();
		try {
			Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
			assertThat(HtmlReport.of(measured())).isEqualTo(here);
		}
		finally {
			Locale.setDefault(usual);
		}
	}

	@Test
	void saysWhatWentWrongAndWhatThatMeans() {
		this.ledger.failed(PageKind.SEARCH, Failure.TOO_MANY, "/search was answered 429", 0);
		assertThat(TextReport.lines(measured())).anySatisfy(
				(line) -> assertThat(line).startsWith("1 429, too many requests. A limit was met: the gateway's are"))
			.contains("  429, too many requests after 0.0 s: search: /search was answered 429");
	}

	@Test
	void makesAPageThatNeedsNothingElseAndNoScripts() {
		tenSeconds();
		Document page = Jsoup.parse(HtmlReport.of(measured()));
		assertThat(page.select("script, link, img, iframe, object, [src], [onload]")).isEmpty();
		assertThat(page.select("style").html()).doesNotContain("url(", "@import")
			.contains("prefers-color-scheme: dark");
		assertThat(page.select("h1").text()).isEqualTo("Every answer was right");
		assertThat(page.select("figure figcaption").eachText()).hasSize(3)
			.anySatisfy((caption) -> assertThat(caption).startsWith("Home"));
		assertThat(page.select("figure svg[role=img]")).allSatisfy(
				(drawing) -> assertThat(drawing.attr("aria-label")).as("is told to who does not see it").isNotBlank());
		assertThat(page.select("figure:last-of-type svg path.line.p99").attr("d")).startsWith("M").contains("L");
		assertThat(page.select("tbody tr")).hasSize(2);
		assertThat(page.select(".wrong")).isEmpty();
	}

	@Test
	void whatTheShopSaysIsShownAsItIs() {
		this.ledger.failed(PageKind.HOME, Failure.WRONG_CONTENT, "/ ends with <script>alert(1)</script>", 0);
		this.ledger.madeBy("<b>storefront</b>");
		String html = HtmlReport.of(measured());
		assertThat(html).doesNotContain("<script>", "<b>storefront");
		Document page = Jsoup.parse(html);
		assertThat(page.select("h1").text()).isEqualTo("One answer was wrong");
		assertThat(page.select(".wrong li").text()).contains("<script>alert(1)</script>");
	}

	@Test
	void aRunInWhichNothingHappenedCanBeReportedToo() {
		assertThat(Jsoup.parse(HtmlReport.of(measured())).select("h1")).hasSize(1);
		assertThat(TextReport.lines(measured())).isNotEmpty();
		assertThat(JsonMapper.shared().readTree(Json.of(measured())).get("pages").intValue()).isZero();
	}

	@Test
	void programsGetAllOfIt() {
		tenSeconds();
		JsonNode json = JsonMapper.shared().readTree(Json.of(measured()));
		assertThat(json.get("failed").intValue()).isZero();
		assertThat(json.get("latencies").get("home").get("p50").doubleValue()).isBetween(49.0, 51.0);
		assertThat(json.get("edgeAnswers").get("hitRatio").doubleValue()).isEqualTo(0.9);
		assertThat(json.get("intervals")).hasSize(10);
		assertThat(json.get("orders").get("confirmed").intValue()).isOne();
		assertThat(URI.create(json.get("gateway").stringValue())).hasPort(8080);
	}

	@Test
	void stepsOfAScaleAreRoundNumbers() {
		Chart chart = new Chart("All", "", false, 10,
				List.of(new Chart.Line("all", "requests", List.of(new Chart.Point(1, 37), new Chart.Point(9, 12)))));
		assertThat(Jsoup.parse(chart.html()).select(".tick").eachText()).containsExactly("0", "10", "20", "30", "40");
		Chart times = new Chart("Home", " ms", true, 10,
				List.of(new Chart.Line("p50", "50 %", List.of(new Chart.Point(1, 2_500)))));
		assertThat(Jsoup.parse(times.html()).select(".tick").eachText()).containsExactly("1 ms", "10 ms", "100 ms",
				"1 s", "10 s");
	}

}
