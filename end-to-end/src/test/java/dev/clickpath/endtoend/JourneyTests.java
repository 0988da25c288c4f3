package dev.clickpath.endtoend;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SelectOption;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * Somebody's own click, as the page of it shows it to them.
 */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyTests {

	private static final List<String> STEPS = List.of("start", "busy", "dns", "tcp", "tls", "way", "gateway",
			"storefront", "service", "db", "assembly", "response", "parse", "scripts", "pictures", "load", "files",
			"first", "largest", "input", "key");

	/**
	 * The browser's own total: the load event or the largest paint, which comes later.
	 */
	private static final String OWN_TOTAL = """
			() => new Promise((told) => new PerformanceObserver((list, observer) => {
				observer.disconnect();
				const [navigation] = performance.getEntriesByType("navigation");
				told(Math.max(navigation.loadEventEnd, list.getEntries().at(-1).startTime));
			}).observe({ type: "largest-contentful-paint", buffered: true }))""";

	private final Shop shop = Shop.open();

	private Browser browser;

	@BeforeAll
	void launch() {
		PlaywrightAssertions.setDefaultAssertionTimeout(10_000);
		this.browser = new Browser();
	}

	@AfterAll
	void quit() {
		this.browser.close();
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void showsEveryStepWithANumberOrAReasonAndAllOfThemAddUp(boolean secure) {
		try (Browser.Visitor visitor = visitor()) {
			Page page = visitor.page();
			double total = visit(page, "/", secure);
			follow(page);
			for (String step : STEPS) {
				Locator rows = page.locator("tr[data-step=" + step + "]");
				assertThat(rows).not().hasCount(0);
				assertThat(rows.locator(".took").allInnerTexts()).as(step).noneMatch(String::isBlank);
			}
			double sum = page.locator("tr[data-counted=true]")
				.all()
				.stream()
				.map((row) -> Objects.requireNonNull(row.getAttribute("data-took")))
				.filter((took) -> !took.isEmpty())
				.mapToDouble(Double::parseDouble)
				.peek((took) -> assertThat(took).isNotNegative())
				.sum();
			assertThat(sum).isCloseTo(total, within(total * 0.05));
			assertThat(milliseconds(page.locator("[data-part=sum]"))).isCloseTo(total, within(total * 0.05));
			assertThat(row(page, "dns")).containsText("no name server was asked");
			assertThat(row(page, "tls").getByText("not encrypted")).hasCount(secure ? 0 : 1);
			assertThat(row(page, "gateway").locator(".took").innerText()).matches("[0-9.,]+ ms");
			assertThat(row(page, "key")).containsText("nothing typed yet");
			assertThat(visitor.troubles()).isEmpty();
		}
	}

	@Test
	void isTheSameByTheShopsOwnName() {
		try (Browser.Visitor visitor = visitor()) {
			Page page = visitor.page();
			page.navigate(this.shop.secureGateway("/").toString().replace("localhost", "www.clickpath.test"));
			loaded(page);
			follow(page);
			assertThat(row(page, "dns")).not().containsText("no name server was asked");
			assertThat(row(page, "gateway").locator(".took").innerText()).matches("[0-9.,]+ ms");
			assertThat(visitor.troubles()).isEmpty();
		}
	}

	@Test
	void saysOfEachFileWhetherTheCdnHadIt() {
		try (Browser.Visitor visitor = visitor()) {
			Page page = visitor.page();
			visit(page, "/departments/kitchen", false);
			follow(page);
			Locator module = page.locator(".inner tbody tr")
				.filter(new Locator.FilterOptions().setHasText("suggestions.js"));
			assertThat(module).isHidden();
			page.getByRole(AriaRole.BUTTON, named("Scripts")).last().click();
			assertThat(module).isVisible();
			assertThat(module.innerText()).containsPattern("\\b(hit|miss|stale|revalidated)\\b")
				.containsPattern("\\bbr\\b")
				.containsPattern("[0-9.]+ kB");
			assertThat(visitor.troubles()).isEmpty();
		}
	}

	@Test
	void saysSoWhereTheConnectionOrTheCacheMadeAStepNeedless() {
		try (Browser.Visitor visitor = visitor()) {
			Page page = visitor.page();
			visit(page, "/", false);
			page.locator("main a[href^='/departments/']").first().click();
			page.waitForURL("**/departments/**");
			loaded(page);
			follow(page);
			assertThat(row(page, "tcp")).containsText(Pattern.compile("connection reused|fetched ahead"));
			page.getByRole(AriaRole.BUTTON, named("Open every step")).click();
			assertThat(page.locator(".inner td").getByText("from this browser’s cache").first()).isVisible();
			assertThat(page.locator("#journey-page option")).hasCount(2);
			page.locator("#journey-page").selectOption(new SelectOption().setIndex(1));
			assertThat(page.locator("[data-part=address]")).hasText("/");
		}
	}

	@Test
	void tellsHowLongTheFirstKeyInTheSearchFieldTook() {
		try (Browser.Visitor visitor = visitor()) {
			Page page = visitor.page();
			visit(page, "/", false);
			page.getByRole(AriaRole.COMBOBOX).press("k");
			Awaitility.await().until(() -> (boolean) page.evaluate("""
					() => Object.values(sessionStorage).some((click) => JSON.parse(click).key?.duration >= 0)"""));
			follow(page);
			assertThat(row(page, "key").locator(".took").innerText()).containsPattern("[0-9.,]+ ms");
			assertThat(row(page, "input").locator(".took").innerText()).containsPattern("[0-9.,]+ ms");
		}
	}

	@Test
	void givesItselfAwayAsJson() throws IOException {
		try (Browser.Visitor visitor = visitor()) {
			Page page = visitor.page();
			double total = visit(page, "/basket", false);
			follow(page);
			Download download = page
				.waitForDownload(() -> page.getByRole(AriaRole.BUTTON, named("Download as JSON")).click());
			JsonNode json = JsonMapper.builder()
				.build()
				.readTree(Files.readString(download.path(), StandardCharsets.UTF_8));
			assertThat(json.path("format").asString()).isEqualTo("clickpath-journey");
			assertThat(json.path("address").asString()).isEqualTo("/basket");
			assertThat(json.path("total").asDouble()).isCloseTo(total, within(total * 0.05));
			assertThat(json.path("steps").valueStream().map((step) -> step.path("key").asString())).containsAll(STEPS);
			assertThat(json.path("recorded").path("navigation").path("serverTiming").isEmpty()).isFalse();
		}
	}

	@Test
	void whatABrowserDoesNotTellIsUnknownAndNotGuessed() {
		Object told = evaluated(
				"""
						const click = clickOf({
							address: "http://shop.test/", supported: ["paint"], secure: false, at: 0, paints: [],
							navigation: { fetchStart: 5, domainLookupStart: 5, domainLookupEnd: 5, connectStart: 6, connectEnd: 9,
								requestStart: 9, responseStart: 40, responseEnd: 50, domInteractive: 45, loadEventEnd: 0,
								nextHopProtocol: "h3" },
							files: [{ name: "https://elsewhere.test/a.js", initiatorType: "script", startTime: 50, responseEnd: 60,
								requestStart: 0, transferSize: 0, encodedBodySize: 0, decodedBodySize: 0, nextHopProtocol: "" }],
						});
						return { ...Object.fromEntries(click.steps.map(({ key, state }) => [key, String(state)])), until: click.until,
							total: String(click.total), sum: String(click.sum), file: click.files[0].source };""");
		assertThat(told).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsAllEntriesOf(Map.ofEntries(Map.entry("dns", "remembered"), Map.entry("tcp", "quic"),
					Map.entry("tls", "plain"), Map.entry("gateway", "insecure"), Map.entry("db", "insecure"),
					Map.entry("largest", "unsupported"), Map.entry("input", "unsupported"), Map.entry("load", "left"),
					Map.entry("until", "left"), Map.entry("total", "50"), Map.entry("sum", "50"),
					Map.entry("file", "opaque")));
	}

	@Test
	void doesNotTakeACoarseClockForAKeptConnectionNorIdleTimeForWorkNorAKeptFileForASaving() {
		Object told = evaluated(
				"""
						const file = (fields) => ({ name: "https://cdn.test/a.js", initiatorType: "script", transferSize: 400,
							encodedBodySize: 100, decodedBodySize: 250, requestStart: 10,
							serverTiming: [{ name: "edge", duration: 0, description: "hit; age=5" }], ...fields });
						const of = (marks) => clickOf({
							address: "https://shop.test/", supported: [], secure: true, at: 0, paints: [],
							navigation: { fetchStart: 5, requestStart: 9, responseStart: 40, responseEnd: 50, domInteractive: 55,
								loadEventEnd: 61, transferSize: 900, decodedBodySize: 600, nextHopProtocol: "h2", ...marks },
							files: [file({ startTime: 70, responseEnd: 80 }), file({ startTime: 60_000, responseEnd: 60_010 }),
								file({ startTime: 75, responseEnd: 85, transferSize: 0 })],
						});
						const state = (click, key) => String(click.steps.find((step) => step.key === key).state);
						const kept = of({ domainLookupStart: 5, domainLookupEnd: 5, connectStart: 5, connectEnd: 5 });
						const quick = of({ domainLookupStart: 6, domainLookupEnd: 6, connectStart: 7, secureConnectionStart: 7,
							connectEnd: 7 });
						return { kept: state(kept, "tcp"), quickName: state(quick, "dns"), quick: state(quick, "tcp"),
							quickTls: state(quick, "tls"), took: String(kept.steps.find(({ key }) => key === "files").took),
							saved: kept.files.map(({ saved }) => saved).join(), told: kept.files[0].told };""");
		assertThat(told).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsExactlyInAnyOrderEntriesOf(Map.of("kept", "reused", "quickName", "too-short", "quick", "too-short",
					"quickTls", "too-short", "took", "25", "saved", "150,150,0", "told", "edge;desc=\"hit; age=5\""));
	}

	@Test
	void aServiceThatWasNotWaitedForIsNotSaidToBeNeedless() {
		Object told = evaluated(
				"""
						const service = (...waits) => clickOf({
							address: "https://shop.test/", supported: [], secure: true, at: 0, paints: [], files: [],
							navigation: { fetchStart: 5, requestStart: 9, responseStart: 40, responseEnd: 50, domInteractive: 55,
								loadEventEnd: 61, serverTiming: [{ name: "gateway", duration: 20, description: "one; why=it is near" },
									{ name: "storefront", duration: 10, description: "" }] },
							told: { hop: "storefront", steps: [{ name: "handler", at: 0, dur: 5 }, ...waits] },
						});
						const state = (...waits) => service(...waits).steps.find(({ key }) => key === "service").state;
						return { none: state(), late: state({ name: "page.wait", at: 1, dur: 0, desc: "given up" }),
							others: state({ name: "page.wait", at: 1, dur: 4 }), why: service().why };""");
		assertThat(told).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsExactlyInAnyOrderEntriesOf(
					Map.of("none", "not-asked", "late", "not-told", "others", "not-told", "why", "it is near"));
	}

	/**
	 * What a script makes of {@code clickOf}, which makes steps of what a browser has
	 * measured.
	 */
	private Object evaluated(String script) {
		try (Browser.Visitor visitor = this.browser
			.visitor(new com.microsoft.playwright.Browser.NewContextOptions().setBypassCSP(true))) {
			Page page = visitor.page();
			page.navigate(this.shop.gateway("/journey").toString());
			assertThat(page.locator("#journey-none")).isVisible();
			return page.evaluate(
					"""
							async () => {
								const { name } = performance.getEntriesByType("resource").find(({ name }) => /steps-[0-9a-f]+.js$/.test(name));
								const { clickOf } = await import(name);
								%s
							}"""
						.formatted(script));
		}
	}

	@Test
	void keepsTheFiguresInViewForWhoPinsThemWithoutMovingThePage() {
		try (Browser.Visitor visitor = visitor()) {
			Page page = visitor.page();
			visit(page, "/", false);
			assertThat(page.locator(".click-bar")).hasCount(0);
			page.locator("#pin-click").press("Enter");
			assertThat(page.locator(".click-bar")).containsText(Pattern.compile("In all [0-9.,]+ ms"));
			visit(page, "/departments/kitchen", false);
			assertThat(page.locator(".click-bar")).isVisible();
			double moved = ((Number) page.evaluate(
					"""
							() => new Promise((told) => {
								const seen = [];
								new PerformanceObserver((list) => seen.push(...list.getEntries())).observe({ type: "layout-shift", buffered: true });
								requestAnimationFrame(() => setTimeout(() => told(seen.reduce((sum, { value }) => sum + value, 0))));
							})"""))
				.doubleValue();
			assertThat(moved).isLessThan(0.02);
			page.locator(".click-bar button").click();
			assertThat(page.locator(".click-bar")).hasCount(0);
			assertThat(visitor.troubles()).isEmpty();
		}
	}

	@Test
	void saysWithoutJavaScriptWhatTheServerKnows() {
		try (Browser.Visitor visitor = this.browser
			.visitor(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(360, 740)
				.setJavaScriptEnabled(false))) {
			Page page = visitor.page();
			page.navigate(this.shop.gateway("/").toString());
			page.locator("footer a[href='/journey']").click();
			page.waitForURL("**/journey");
			assertThat(page.locator("noscript p")).isVisible();
			assertThat(page.locator("noscript p")).containsText("Only your browser can measure its own part");
			assertThat(page.locator(".told-by-server p"))
				.containsText(Pattern.compile("storefront-\\d+ in zone .* [0-9.,]+\\sms"));
			assertThat(page.locator("#journey")).isHidden();
			assertThat(page.locator("#pin-click")).isHidden();
			assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
		}
	}

	@Test
	void fitsANarrowScreenWithEveryStepOpen() {
		try (Browser.Visitor visitor = this.browser
			.visitor(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(360, 740))) {
			Page page = visitor.page();
			visit(page, "/", false);
			follow(page);
			page.getByRole(AriaRole.BUTTON, named("Open every step")).click();
			assertThat((int) page.evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(360);
		}
	}

	private Browser.Visitor visitor() {
		return this.browser.visitor(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1440, 900)
			.setIgnoreHTTPSErrors(true));
	}

	/**
	 * Looks at a page until its click is written down.
	 * @return the browser's own total
	 */
	private double visit(Page page, String path, boolean secure) {
		page.navigate((secure ? this.shop.secureGateway(path) : this.shop.gateway(path)).toString());
		loaded(page);
		return ((Number) page.evaluate(OWN_TOTAL)).doubleValue();
	}

	private static void loaded(Page page) {
		Awaitility.await().until(() -> (boolean) page.evaluate("""
				() => Object.keys(sessionStorage).some((key) => key.startsWith("click:" + performance.timeOrigin))"""));
	}

	private static void follow(Page page) {
		page.locator("footer a[href='/journey']").click();
		page.waitForURL("**/journey");
		assertThat(page.locator("#journey")).isVisible();
	}

	private static Locator row(Page page, String step) {
		return page.locator("tr[data-step=" + step + "]").first();
	}

	private static double milliseconds(Locator cell) {
		return Double.parseDouble(cell.innerText().replaceAll("[^0-9.]", ""));
	}

	private static Page.GetByRoleOptions named(String name) {
		return new Page.GetByRoleOptions().setName(name);
	}

}
