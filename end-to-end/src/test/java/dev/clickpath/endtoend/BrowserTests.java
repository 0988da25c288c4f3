package dev.clickpath.endtoend;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shop as a person sees it.
 */
@NeedsBrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrowserTests {

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

	@Test
	void goesFromHomeOverSuggestionProductAndBasketToAHomeThatRemembers() {
		try (Browser.Visitor visitor = this.browser.visitor()) {
			Page page = visitor.page();
			page.navigate(home());
			assertThat(page.getByRole(AriaRole.HEADING, named("Continue where you left off"))).hasCount(0);

			Locator search = page.getByRole(AriaRole.COMBOBOX);
			search.pressSequentially("kett");
			Locator suggestions = page.getByRole(AriaRole.OPTION);
			assertThat(suggestions.first()).isVisible();
			search.press("ArrowDown");
			assertThat(search).hasAttribute("aria-activedescendant", Pattern.compile(".+"));
			search.fill("kettle");
			search.press("Enter");
			page.waitForURL("**/search?q=kettle*");

			page.locator("main a[href^='/products/']").first().click();
			page.waitForURL("**/products/**");
			String product = URI.create(page.url()).getPath();
			String title = page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)).innerText();
			page.getByRole(AriaRole.BUTTON,
					new Page.GetByRoleOptions().setName(Pattern.compile("basket", Pattern.CASE_INSENSITIVE)))
				.first()
				.click();
			page.waitForURL("**/basket*");
			assertThat(page.locator("main")).containsText(title);

			remembers(visitor, List.of(product));
			assertThat(visitor.troubles()).isEmpty();
		}
	}

	@Test
	void asksAgainForSuggestionsThatWereLate() {
		try (Browser.Visitor visitor = this.browser.visitor()) {
			Page page = visitor.page();
			page.navigate(home());
			page.route("**/search/suggestions*",
					(route) -> route.fulfill(new Route.FulfillOptions().setContentType("application/json")
						.setBody("{\"suggestions\":[],\"late\":true}")),
					new Page.RouteOptions().setTimes(1));
			page.getByRole(AriaRole.COMBOBOX).pressSequentially("kett");
			assertThat(page.getByRole(AriaRole.OPTION).first()).isVisible();
		}
	}

	@Test
	void loadsEveryAssetFromTheEdgeAndTextAsBrotli() {
		try (Browser.Visitor visitor = this.browser.visitor()) {
			visitor.page().navigate(home());
			visitor.page().waitForLoadState();
			List<Response> assets = visitor.responses()
				.stream()
				.filter((response) -> !response.request().resourceType().equals("document"))
				.toList();
			assertThat(assets).hasSizeGreaterThan(5)
				.allSatisfy((asset) -> assertThat(asset.url()).startsWith(this.shop.edge("/").toString()));
			assertThat(assets)
				.filteredOn((asset) -> asset.request().resourceType().equals("stylesheet")
						|| asset.request().resourceType().equals("script"))
				.isNotEmpty()
				.allSatisfy((asset) -> assertThat(asset.headerValue("content-encoding")).isEqualTo("br"));
			assertThat(visitor.troubles()).isEmpty();
		}
	}

	@Test
	void loadsEverythingWithTlsWhereThePageComesWithTls() {
		this.shop.get("/");
		try (Browser.Visitor visitor = this.browser
			.visitor(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1440, 900)
				.setIgnoreHTTPSErrors(true))) {
			visitor.page().navigate(this.shop.secureGateway("/").toString());
			visitor.page().waitForLoadState();
			assertThat(visitor.responses().stream().skip(1).map(Response::url)).hasSizeGreaterThan(5)
				.allSatisfy((url) -> assertThat(url).startsWith(this.shop.secureEdge("/").toString()))
				.anyMatch((url) -> url.endsWith(".js"))
				.anyMatch((url) -> url.endsWith(".woff2"));
			assertThat(visitor.page()
				.evaluate("document.fonts.ready.then((fonts) => [...fonts].some((font) => font.status === 'loaded'))"))
				.isEqualTo(true);
			assertThat(visitor.troubles()).isEmpty();
		}
	}

	@Test
	void fetchesAheadWhatTheVisitorIsAboutToOpenAndCountsItOnceItIsSeen() {
		try (Browser.Visitor visitor = this.browser.visitor()) {
			Page page = visitor.page();
			page.navigate(this.shop.gateway("/departments/kitchen").toString());
			List<Locator> things = page.locator("main a[href^='/products/']").all();
			String opened = things.get(0).getAttribute("href");
			String passedOver = things.get(1).getAttribute("href");
			things.get(1).dispatchEvent("mousedown");
			things.get(0).click();
			page.waitForURL("**" + opened);
			assertThat(page.evaluate("performance.getEntriesByType('navigation')[0].deliveryType"))
				.isEqualTo("navigational-prefetch");
			remembers(visitor, List.of(opened));
			assertThat(recentlyViewed(page)).doesNotContain(passedOver);
			assertThat(visitor.troubles()).isEmpty();
		}
	}

	@Test
	void showsTwoVisitorsTwoHomes() {
		try (Browser.Visitor cook = this.browser.visitor(); Browser.Visitor camper = this.browser.visitor()) {
			List<String> cooksThings = browse(cook, "/departments/kitchen");
			List<String> campersThings = browse(camper, "/departments/outdoors");
			remembers(cook, cooksThings);
			remembers(camper, campersThings);
			assertThat(recentlyViewed(cook.page())).doesNotContainAnyElementsOf(campersThings);
			assertThat(recentlyViewed(camper.page())).doesNotContainAnyElementsOf(cooksThings);
			findsNew(cook, "kitchen");
			findsNew(camper, "outdoors");
			assertThat(cook.troubles()).isEmpty();
			assertThat(camper.troubles()).isEmpty();
		}
	}

	@Test
	void showsEachOfTwoVisitorsWhatOthersOfTheirTasteWentOnTo() {
		List<String> cooks = crowd("cook", "/departments/living");
		List<String> campers = crowd("camper", "/departments/garden");
		try (Browser.Visitor cook = this.browser.visitor(); Browser.Visitor camper = this.browser.visitor()) {
			look(cook, cooks.subList(0, 2));
			look(camper, campers.subList(0, 2));
			remembers(cook, cooks.subList(0, 2));
			remembers(camper, campers.subList(0, 2));
			Awaitility.await().untilAsserted(() -> {
				assertThat(picked(cook)).satisfies((picks) -> follows(picks, cooks, campers));
				assertThat(picked(camper)).satisfies((picks) -> follows(picks, campers, cooks));
			});
			String pick = pick(cook, cooks);
			cook.page().locator(".card:has(a[href='" + pick + "']) .ask a").click();
			cook.page().waitForURL("**/why/**");
			Awaitility.await().untilAsserted(() -> {
				cook.page().reload();
				assertThat(cook.page().locator("main").innerText()).contains("other visitors have looked at both");
			});
			assertThat(cook.page().locator(".evidence li")).not().hasCount(0);
			assertThat(cook.troubles()).isEmpty();
		}
	}

	@Test
	void takesAwayAtOnceWhatAVisitorDoesNotWantAndGivesItBack() {
		List<String> things = crowd("thrifty", "/departments/toys?in-stock=true");
		try (Browser.Visitor visitor = this.browser.visitor()) {
			Page page = visitor.page();
			look(visitor, things.subList(0, 2));
			String unwanted = pick(visitor, things);
			Locator card = page.locator(".card:has(a[href='" + unwanted + "'])");
			card.getByRole(AriaRole.BUTTON).click();
			assertThat(page.getByText("You will not be shown this again.")).isVisible();
			assertThat(card).hasCount(0);
			page.getByRole(AriaRole.BUTTON, named("Show it again")).click();
			assertThat(card).hasCount(1);
			Awaitility.await().until(() -> picked(visitor).contains(unwanted));
			card.getByRole(AriaRole.BUTTON).click();
			assertThat(page.getByText("You will not be shown this again.")).isVisible();
			Awaitility.await().until(() -> !picked(visitor).contains(unwanted));
			page.navigate(this.shop.gateway("/not-interested").toString());
			assertThat(page.locator("main a[href='" + unwanted + "']")).isVisible();
			page.getByRole(AriaRole.BUTTON, named("Show it again")).click();
			assertThat(page.locator("main a[href='" + unwanted + "']")).hasCount(0);
			Awaitility.await().until(() -> picked(visitor).contains(unwanted));
			assertThat(visitor.troubles()).isEmpty();
		}
	}

	@Test
	void takesAwayWhatAVisitorDoesNotWantWithoutJavaScript() {
		List<String> things = crowd("plain", "/departments/sport?in-stock=true");
		try (Browser.Visitor visitor = this.browser
			.visitor(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(360, 740)
				.setJavaScriptEnabled(false))) {
			Page page = visitor.page();
			look(visitor, things.subList(0, 2));
			String unwanted = pick(visitor, things);
			page.locator(".card:has(a[href='" + unwanted + "']) .ask button").click();
			page.waitForURL("**/not-interested*");
			assertThat(page.locator("[role=status]")).containsText("You will not be shown this again.");
			Awaitility.await().untilAsserted(() -> assertThat(picked(visitor)).isNotEmpty().doesNotContain(unwanted));
			assertThat(visitor.troubles()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/departments/kitchen", "/search?q=lamp",
			"/search?q=lamp&in-stock=true&rating-min=4&price-to=50&sort=price-asc", "/search?q=headfones",
			"/departments/kitchen?category=kettles&on-sale=true&price-from=1", "/basket", "/no-such-page" })
	void fitsANarrowScreen(String path) {
		try (Browser.Visitor visitor = this.browser
			.visitor(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(360, 740))) {
			visitor.page().navigate(this.shop.gateway(path).toString());
			int width = (int) visitor.page().evaluate("document.documentElement.scrollWidth");
			assertThat(width).isLessThanOrEqualTo(360);
		}
	}

	@Test
	void narrowsAListWithoutJavaScriptAndPutsItBack() {
		try (Browser.Visitor visitor = this.browser
			.visitor(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(360, 740)
				.setJavaScriptEnabled(false))) {
			Page page = visitor.page();
			page.navigate(this.shop.gateway("/search?q=lamp").toString());
			choose(page, "Brand", ".*brand=.*");
			choose(page, "Brand", ".*brand=.*brand=.*");
			choose(page, "Price", ".*price-m.*");
			assertThat(page.locator(".filters a")).hasCount(4);
			page.locator(".facets > summary").click();
			assertThat(page.locator(".facets li [aria-current]")).hasCount(3);
			page.locator(".filters a").first().click();
			assertThat(page.locator(".filters a")).hasCount(3);
			page.locator(".filters a").last().click();
			page.waitForURL("**/search?q=lamp");
			assertThat(page.locator(".filters")).hasCount(0);
			assertThat(visitor.troubles()).isEmpty();
		}
	}

	@Test
	void putsAMistypedSearchRightAndBack() {
		try (Browser.Visitor visitor = this.browser.visitor()) {
			Page page = visitor.page();
			page.navigate(this.shop.gateway("/search?q=headfones").toString());
			assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
				.containsText("headphones");
			page.locator(".sorts a").last().click();
			page.locator(".spelling a").click();
			page.waitForURL("**/search?q=headfones*as-typed=true*");
			page.locator(".spelling a").click();
			assertThat(page.locator(".spelling")).containsText("headphones");
			assertThat(visitor.troubles()).isEmpty();
		}
	}

	@Test
	void worksWithoutJavaScript() {
		try (Browser.Visitor visitor = this.browser
			.visitor(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1440, 900)
				.setJavaScriptEnabled(false))) {
			Page page = visitor.page();
			page.navigate(home());
			page.locator("input[name=q]").fill("lamp");
			page.locator("input[name=q]").press("Enter");
			page.locator("main a[href^='/products/']").first().click();
			page.locator("form[action='/basket/items'] button").first().click();
			page.waitForURL("**/basket*");
			assertThat(page.locator("main a[href^='/products/']").first()).isVisible();
			assertThat(visitor.troubles()).isEmpty();
		}
	}

	private static void choose(Page page, String facet, String address) {
		page.locator(".facets > summary").click();
		page.locator(".facets > details:has(h2:text-is('" + facet + "')) li a:not([aria-current])").first().click();
		page.waitForURL(Pattern.compile(address));
	}

	private String home() {
		return this.shop.gateway("/").toString();
	}

	private static Page.GetByRoleOptions named(String name) {
		return new Page.GetByRoleOptions().setName(name);
	}

	/** Views are told to the recommender within seconds, one batch after the other. */
	private void remembers(Browser.Visitor visitor, List<String> things) {
		Awaitility.await().untilAsserted(() -> {
			visitor.page().navigate(home());
			assertThat(recentlyViewed(visitor.page())).containsAll(things);
		});
	}

	/** A page that has no time to wait for a shelf does without it: they look again. */
	private void findsNew(Browser.Visitor visitor, String department) {
		Awaitility.await().untilAsserted(() -> {
			visitor.page().navigate(home());
			assertThat(departments(visitor.page(), "New in your departments")).containsOnly(department);
		});
	}

	private List<String> browse(Browser.Visitor visitor, String department) {
		Page page = visitor.page();
		return Stream.of(0, 1, 2).map((i) -> {
			page.navigate(this.shop.gateway(department).toString());
			String path = page.locator("main a[href^='/products/']").nth(i).getAttribute("href");
			page.navigate(this.shop.gateway(path).toString());
			return path;
		}).toList();
	}

	/**
	 * Twelve visitors of one taste, and the paths of the twelve products they looked at.
	 */
	private List<String> crowd(String taste, String department) {
		List<String> paths = dev.clickpath.endtoend.Page.of(this.shop.get(department))
			.links("/products/")
			.stream()
			.distinct()
			.limit(12)
			.toList();
		Instant start = Instant.now().minus(Duration.ofHours(1));
		List<String> events = new ArrayList<>();
		for (int visitor = 0; visitor < 12; visitor++) {
			for (int i = 0; i < paths.size(); i++) {
				events.add("""
						{"visitor":"%s-%d","type":"view","product":"%s","at":"%s"}""".formatted(taste, visitor,
						paths.get(i).split("/", -1)[2], start.plusSeconds(60L * i)));
			}
		}
		this.shop.tell(String.join("\n", events));
		return paths;
	}

	private void look(Browser.Visitor visitor, List<String> paths) {
		paths.forEach((path) -> visitor.page().navigate(this.shop.gateway(path).toString()));
	}

	/**
	 * One of a crowd's things that is picked for a visitor who has looked at the first
	 * two: told of once both looks count, since every look that counts changes the picks.
	 */
	private String pick(Browser.Visitor visitor, List<String> things) {
		remembers(visitor, things.subList(0, 2));
		return Awaitility.await()
			.until(() -> picked(visitor).stream().filter(things::contains).findFirst(), Optional::isPresent)
			.orElseThrow();
	}

	/**
	 * What a visitor's own crowd went on to comes first, and there is more of it. Since a
	 * crowd makes things popular, where taste has nothing more to say something of the
	 * other's may fill a shelf.
	 */
	private static void follows(List<? extends String> picks, List<String> own, List<String> others) {
		assertThat(picks).filteredOn((pick) -> own.contains(pick) || others.contains(pick)).first().isIn(own);
		assertThat(picks).filteredOn(own::contains)
			.hasSizeGreaterThan((int) picks.stream().filter(others::contains).count());
	}

	/**
	 * The paths of what was picked for a visitor, on their home page of now; none when
	 * the page had no time to wait for them.
	 */
	private List<String> picked(Browser.Visitor visitor) {
		visitor.page().navigate(home());
		return visitor.page()
			.locator(".card:has(.ask) > a")
			.all()
			.stream()
			.map((link) -> link.getAttribute("href"))
			.toList();
	}

	private static List<String> departments(Page page, String heading) {
		return shelf(page, heading).locator(".card")
			.all()
			.stream()
			.map((card) -> card.getAttribute("data-department"))
			.toList();
	}

	private static Locator shelf(Page page, String heading) {
		return page.locator("section")
			.filter(new Locator.FilterOptions().setHas(page.getByRole(AriaRole.HEADING, named(heading))));
	}

	private static List<String> recentlyViewed(Page page) {
		Locator shelf = shelf(page, "Continue where you left off");
		return shelf.locator("a[href^='/products/']").all().stream().map((link) -> link.getAttribute("href")).toList();
	}

}
