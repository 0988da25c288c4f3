package dev.clickpath.storefront.look;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.storefront.basket.BasketPage;
import dev.clickpath.storefront.card.Card;
import dev.clickpath.storefront.card.Rating;
import dev.clickpath.storefront.card.Shelf;
import dev.clickpath.storefront.card.Stock;
import dev.clickpath.storefront.department.DepartmentPage;
import dev.clickpath.storefront.facet.Narrowing;
import dev.clickpath.storefront.failure.ErrorPage;
import dev.clickpath.storefront.form.Field;
import dev.clickpath.storefront.home.HomePage;
import dev.clickpath.storefront.interest.DismissedPage;
import dev.clickpath.storefront.interest.WhyPage;
import dev.clickpath.storefront.journey.JourneyPage;
import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.listing.Choice;
import dev.clickpath.storefront.listing.Paging;
import dev.clickpath.storefront.live.LivePage;
import dev.clickpath.storefront.markup.Drawings;
import dev.clickpath.storefront.page.Chrome;
import dev.clickpath.storefront.page.Link;
import dev.clickpath.storefront.page.PageFacts;
import dev.clickpath.storefront.page.PageParts;
import dev.clickpath.storefront.product.ProductPage;
import dev.clickpath.storefront.review.ReviewForm;
import dev.clickpath.storefront.review.ReviewFormPage;
import dev.clickpath.storefront.review.ReviewsPage;
import dev.clickpath.storefront.review.ReviewsView;
import dev.clickpath.storefront.search.SearchPage;
import dev.clickpath.storefront.testing.Visits;
import org.jspecify.annotations.Nullable;

/**
 * A page of each kind, full and bare, with texts as long and as awkward as the shop may
 * have to show.
 */
final class SamplePages {

	private static final List<String> DEPARTMENTS = List.of("kitchen/Kitchen/kettle/forest",
			"living/Living/table-lamp/mustard", "furniture/Furniture/chair/oak",
			"audio-and-vision/Audio & vision/headphones/ink", "computers/Computers/laptop/steel",
			"outdoors/Outdoors/tent/moss", "garden/Garden/watering-can/teal", "sport/Sport/running-shoe/ocean",
			"clothing/Clothing/jumper/berry", "bath/Bath & body/soap/sage", "toys/Toys & games/soft-toy/sand",
			"stationery/Stationery/notebook/navy");

	private static final List<String> PRODUCTS = List.of("kitchen/Brennholt/Havn Gooseneck Kettle/kettle/ink/$79.90",
			"audio-and-vision/Halvora/OH-400 M2 Over-Ear Headphones, adaptive noise cancelling, ink black/headphones/ink/$209.00",
			"furniture/Aldersey/Thorne Spindle-Back Chair/chair/walnut/$165.00",
			"outdoors/Fjellmark & Søn/Two-Night Tent for Three/tent/moss/$249.00",
			"clothing/Sorrelby/Everyday Heavy T-shirt/t-shirt/white/$28.00",
			"garden/Nettlewick/Windowsill Watering Can/watering-can/copper/$19.50",
			"toys/Tansywell/Barnaby the Bear/soft-toy/sand/$32.00",
			"computers/Kestrin/WX-4000 M2 Laptop 14\"/laptop/steel/$749.00",
			"living/Ferrowick/Harbour Task Lamp/table-lamp/mustard/$74.00",
			"bath/Ondelune/Olive <Bar> Soap/soap/sage/$6.50",
			"sport/Ullvide/Long Road Running Shoe/running-shoe/red/$118.00",
			"stationery/Wickenhall/Everyday Notebook, squared/notebook/plum/$9.00");

	private SamplePages() {
	}

	static Map<String, Page> all() {
		Map<String, Page> pages = new TreeMap<>();
		pages.put("live", new Page("live", LivePage.in(Visits.words(Language.EN))));
		pages.put("home", new Page("home", home()));
		pages.put("home-without-services",
				new Page("home", new HomePage(List.of(), () -> new HomePage.Rows(List.of(), null))));
		pages.put("department", new Page("department", department(null)));
		pages.put("category", new Page("department", department("Kettles")));
		pages.put("search", new Page("search", search()));
		pages.put("nothing-found", new Page("search", nothingFound()));
		pages.put("product", new Page("product", product(true)));
		pages.put("product-sold-out", new Page("product", product(false)));
		pages.put("reviews", new Page("reviews", reviewsPage(false, null)));
		pages.put("reviews-of-some-stars", new Page("reviews", reviewsPage(true, 5)));
		pages.put("review-form", new Page("review-form", reviewForm(false)));
		pages.put("review-form-wrong", new Page("review-form", reviewForm(true)));
		pages.put("basket", new Page("basket", basket()));
		pages.put("basket-empty", new Page("basket", new BasketPage(true, null, List.of(), "0 things", null, false,
				() -> shelf("trending", "Bestsellers", 6))));
		pages.put("why",
				new Page("why", new WhyPage(card(2), List.of(evidence(4, null), evidence(7, "3 of them bought both.")),
						"31 visitors looked at it in the last 7 days.", false, false)));
		pages.put("why-unknown", new Page("why", new WhyPage(card(4), List.of(), null, true, true)));
		pages.put("not-interested", new Page("not-interested", new DismissedPage(card(4), "/?a=<b>", cards(3, 4))));
		pages.put("journey", new Page("journey", JourneyPage.in(Visits.words(Language.EN))));
		SampleOrders.addTo(pages);
		pages.put("error", new Page("error", new ErrorPage(404, "This page is not here",
				"The address may be mistyped, or the product is not sold any more. Searching for it is the quickest way on.",
				List.of(new Link("To the home page", "/"), new Link("Bestsellers", "/search?sort=popularity")))));
		return pages;
	}

	static Chrome chrome(String title, Language language) {
		Chrome.Delivery delivery = new Chrome.Delivery("Europe", "to Europe", "in Europe", "EN · EUR",
				List.of(new Chrome.Option("eu", "Europe", true), new Chrome.Option("us", "North America", false),
						new Chrome.Option("ap", "Asia and Pacific", false)),
				Stream.of(Language.values())
					.map((other) -> new Chrome.Option(other.tag(), other.ownName(), other == language))
					.toList(),
				List.of(new Chrome.Option("EUR", "Euro (€)", true),
						new Chrome.Option("GBP", "Pound sterling (£)", false)));
		return new Chrome(language.tag(), title, "A shop.", "/", "", "/search?q=%22kettle%22&page=2", "\"kettle\" <b>",
				2, delivery,
				departments().stream()
					.map((tile) -> new Chrome.MenuEntry(tile.slug(), tile.name(), tile.href(),
							tile.slug().equals("kitchen")))
					.toList(),
				false);
	}

	static PageFacts facts(Language language) {
		ServerTiming timing = new ServerTiming();
		return new PageFacts(new PageFacts.Place("storefront-1", "eu"), timing, new PageParts(timing, new Drawings()),
				System.nanoTime(), Visits.words(language));
	}

	static Card card(int index) {
		String[] product = PRODUCTS.get(index % PRODUCTS.size()).split("/", -1);
		boolean soldOut = index % 11 == 5;
		return new Card("p" + index, "/products/p" + index + "/a-slug", product[2], product[1], product[0],
				picture(product[3] + "/" + product[4]), product[5], (index % 4 == 2) ? "$1,999.00" : null,
				(index % 7 == 4) ? null : new Rating("4." + index % 10, 9, 92, 1_310 + index % 10, "1,31" + index % 10),
				soldOut ? null : "Arrives Wed 25 Nov",
				soldOut ? "Out of stock" : (index % 5 == 3) ? "Only 3 left" : null, soldOut);
	}

	static List<Card> cards(int count, int from) {
		return IntStream.range(from, from + count).mapToObj(SamplePages::card).toList();
	}

	private static Shelf shelf(String kind, String heading, int from) {
		return new Shelf(kind, heading, (from % 2 == 0) ? "What other people looked at beside it" : null,
				(from % 3 == 0) ? "/search?sort=popularity" : null, cards(12, from));
	}

	private static WhyPage.Evidence evidence(int index, @Nullable String buyers) {
		return new WhyPage.Evidence(card(index), "You looked at it on 25 November 2026.",
				"12 other visitors have looked at both.", buyers);
	}

	static String picture(String key) {
		return "/media/" + key + ".0a1b2c3d.svg";
	}

	private static List<HomePage.Tile> departments() {
		return DEPARTMENTS.stream()
			.map((row) -> row.split("/", -1))
			.map((part) -> new HomePage.Tile(part[0], part[1], "/departments/" + part[0],
					picture(part[2] + "/" + part[3]), "264"))
			.toList();
	}

	private static HomePage home() {
		HomePage.Hero hero = new HomePage.Hero("garden", "Garden",
				"From the first seed to the last watering of the evening.", "/departments/garden", "See all of Garden",
				picture("watering-can/teal"), cards(4, 3));
		List<Shelf> shelves = new ArrayList<>();
		shelves.add(shelf("recently-viewed", "Recently viewed", 0));
		shelves.add(shelf("because-you-viewed", "Because you viewed the Havn Gooseneck Kettle", 2));
		shelves.add(shelf("recommended", "Recommended for you", 5));
		shelves.add(shelf("bestsellers", "Bestsellers", 9));
		return new HomePage(departments(), () -> new HomePage.Rows(shelves, hero));
	}

	private static DepartmentPage department(@Nullable String category) {
		List<DepartmentPage.CategoryTile> categories = List
			.of("Kettles/kettle/red", "Pots & pans/saucepan/steel", "Kitchen knives/kitchen-knife/walnut",
					"Storage jars/storage-jar/ocean", "Mixing bowls/mixing-bowl/mustard",
					"Coffee makers/coffee-maker/ink")
			.stream()
			.map((row) -> row.split("/", -1))
			.map((part) -> new DepartmentPage.CategoryTile(part[1], part[0], "/departments/kitchen?category=" + part[1],
					picture(part[1] + "/" + part[2]), "42", part[0].equals(category)))
			.toList();
		return new DepartmentPage("kitchen", "Kitchen", "Tools that earn their place on the hob and on the table.",
				(category != null) ? category : "Kitchen", category,
				List.of(new Link("Home", "/"), new Link((category != null) ? category : "Kitchen", null)), categories,
				List.of(), "264 products", cards(24, 0), narrowing(), sorts(), paging());
	}

	private static List<Choice> sorts() {
		return List.of(new Choice("Popular", "/search?q=kettle", null, true),
				new Choice("Price, low first", "/search?q=kettle&sort=price-asc", null, false),
				new Choice("Price, high first", "/search?q=kettle&sort=price-desc", null, false),
				new Choice("Best rated", "/search?q=kettle&sort=rating", null, false),
				new Choice("Newest", "/search?q=kettle&sort=newest", null, false));
	}

	private static Paging paging() {
		List<Paging.Step> steps = List.of(new Paging.Step("1", "/search?q=kettle", false),
				new Paging.Step("2", null, true), new Paging.Step("3", "/search?q=kettle&page=3", false),
				new Paging.Step("…", null, false), new Paging.Step("11", "/search?q=kettle&page=11", false));
		return new Paging("25–48 of 264", "/search?q=kettle", "/search?q=kettle&page=3", steps,
				"Only the first 9,984 products can be leafed through.");
	}

	private static Narrowing narrowing() {
		List<Narrowing.Facet> facets = List.of(
				facet("department", "Department", new Choice("Kitchen", "/search?q=kettle", "212", true),
						new Choice("Outdoors", "/search?q=kettle&department=outdoors", "18", false)),
				new Narrowing.Facet("brand", "Brand", false, true,
						List.of(new Choice("Brennholt", "/search?q=kettle&brand=Brennholt", "84", false),
								new Choice("Cobbleham & <b>", "/search?q=kettle&brand=Cobbleham", "40", true)),
						List.of(new Choice("Kvarnlund", "/search?q=kettle&brand=Kvarnlund", "36", false)), null),
				new Narrowing.Facet("price", "Price", false, true,
						List.of(new Choice("Under $25", "/search?q=kettle&price-max=2499", "12", false),
								new Choice("$25 to $50", "/search?q=kettle&price-min=2500&price-max=4999", "30",
										false)),
						List.of(),
						new Narrowing.PriceForm("/search", List.of(new Narrowing.Kept("q", "kettle")), "", "", "USD")),
				facet("rating", "Rating", new Choice("4 stars and more", "/search?q=kettle&rating-min=4", "99", false)),
				new Narrowing.Facet("colour", "Colour", true, false,
						List.of(new Choice("Ink black", "/search?q=kettle&attr.colour=Ink+black", "4", false)),
						List.of(), null));
		return new Narrowing(facets, List.of(new Narrowing.Chip("Kitchen", "/search?q=kettle", false),
				new Narrowing.Chip("Colour: Ink black", "/search?q=kettle", true)), "/search?q=kettle");
	}

	private static Narrowing.Facet facet(String slug, String name, Choice... choices) {
		return new Narrowing.Facet(slug, name, false, true, List.of(choices), List.of(), null);
	}

	private static SearchPage search() {
		return new SearchPage("kettle <b>",
				new SearchPage.Spelling("Showing results for “kettle”.",
						new Link("Search instead for “ketle”", "/search?q=ketle&as-typed=true")),
				"3 products have all of these words; the others have some of them.", "264 products", cards(24, 4),
				narrowing(), sorts(), paging(), null);
	}

	private static SearchPage nothingFound() {
		SearchPage.Help help = new SearchPage.Help(
				"Nothing here goes by that name. Check the spelling, or try a single, simpler word.",
				List.of(new Link("Kitchen", "/departments/kitchen"), new Link("Garden", "/departments/garden"),
						new Link("Toys & games", "/departments/toys")),
				() -> shelf("bestsellers", "Bestsellers", 3));
		return new SearchPage("xylophome", null, null, "0 products", List.of(), narrowing(), sorts(),
				new Paging("", null, null, List.of(), null), help);
	}

	private static ProductPage product(boolean full) {
		return new ProductPage("p1", List.of(new Link("Home", "/"), new Link("Kitchen", "/departments/kitchen"),
				new Link("Kettles", "/departments/kitchen?category=kettles"), new Link("Havn Gooseneck Kettle", null)),
				offer(full),
				new ProductPage.About(
						"Pours a stream as thin as a pencil lead, just where you point it. Holds the temperature for half an hour, and says so with one quiet click.",
						full ? attributes() : List.of()),
				() -> full ? reviews(null) : null,
				() -> full ? List.of(shelf("viewed-together", "Others looked at these, too", 2)) : List.of());
	}

	private static ProductPage.Offer offer(boolean full) {
		return new ProductPage.Offer("Havn Gooseneck Kettle, 0.8 l, ink black", "Brennholt", "kitchen",
				picture("kettle/ink"), "$79.90", full ? "$95.00" : null, full ? "Save $15.10 (16%)" : null,
				full ? new Rating("4.6", 9, 92, 3_120, "3,120") : null, variants(), full ? options() : List.of(),
				Stock.of(full ? 3 : 0, Visits.words(Language.EN)), full ? "Arrives Wed 25 Nov" : null, "in Europe");
	}

	private static ReviewsView reviews(@Nullable Integer stars) {
		List<ReviewsView.Bar> bars = Stream.of("5/62", "4/21", "3/8", "2/3", "1/6").map((row) -> {
			int given = row.charAt(0) - '0';
			int percent = Integer.parseInt(row.substring(2));
			boolean current = stars != null && stars == given;
			return new ReviewsView.Bar(given, percent, percent + "%", 31 * percent,
					current ? "/products/p1/a-slug/reviews" : "/products/p1/a-slug/reviews?stars=" + given, current);
		}).toList();
		return new ReviewsView("4.3", 4, 3_120, bars, 23,
				List.of(review(11, 5, "Just right <i>", "en"), review(12, 4, "", "en"),
						review(13, 2, "שלום \u202eabc", "he"), review(14, 1, "残念です", "ja")),
				"/products/p1/a-slug/reviews", "/products/p1/a-slug/reviews/own");
	}

	private static ReviewsView.Card review(long id, int stars, String title, String language) {
		return new ReviewsView.Card(id, "Zuzanna-Wilhelmina ".repeat(3).strip(), stars, title,
				"It pours <script>alert(1)</script>.\n\nNothing wobbles. " + "M".repeat(300), language, stars > 3,
				"2026-11-25", "25 November 2026", (stars == 4) ? "26 November 2026" : null);
	}

	private static ReviewsPage reviewsPage(boolean own, @Nullable Integer stars) {
		return new ReviewsPage("Havn Gooseneck Kettle, 0.8 l, ink black", "Brennholt", "kitchen", picture("kettle/ink"),
				"/products/p1/a-slug", List.of(new Link("Home", "/"), new Link("Reviews", null)), reviews(stars),
				own ? review(12, 4, "My own", "en") : null, stars, 23, sorts(), paging());
	}

	private static ReviewFormPage reviewForm(boolean wrong) {
		Field field = Field.of("\"><b>x</b>");
		ReviewForm form = wrong
				? new ReviewForm(Field.EMPTY.wrong("Please choose."), field.wrong("Too long."),
						field.wrong("Too long."), field.wrong("Please enter a name."), Field.of("de"))
				: new ReviewForm(Field.of("4"), field, field, field, Field.of("en"));
		return new ReviewFormPage("Havn Gooseneck Kettle", "kitchen", picture("kettle/ink"),
				List.of(new Link("Home", "/"), new Link("Write a review", null)), "/products/p1/a-slug/reviews/own",
				wrong ? "It could not be saved just now." : null, wrong, form);
	}

	private static List<ProductPage.Fact> attributes() {
		return List.of(new ProductPage.Fact("Volume", "0.8 l"),
				new ProductPage.Fact("Material", "Stainless steel, beech"), new ProductPage.Fact("Power", "1,200 W"),
				new ProductPage.Fact("Temperature", "40 to 100 °C in steps of one degree"),
				new ProductPage.Fact("Weight", "1.1 kg"));
	}

	private static List<ProductPage.Variant> variants() {
		return Stream.of("Ink black, 0.8 l/ink", "White, 0.8 l/white", "Steel, 0.8 l/steel", "Ink black, 1.2 l/ink")
			.map((row) -> row.split("/", -1))
			.map((part) -> new ProductPage.Variant(part[0], "/products/p2/a-slug", part[0],
					picture("kettle/" + part[1]), "$79.90", part[0].equals("Ink black, 0.8 l"),
					part[1].equals("steel")))
			.toList();
	}

	private static List<ProductPage.Option> options() {
		List<ProductPage.OptionChoice> colours = Stream
			.of("Ink black/ink", "White/white", "Steel/steel", "Sage/sage", "Red/red")
			.map((row) -> row.split("/", -1))
			.map((part) -> new ProductPage.OptionChoice(part[0], "/products/p2/a-slug", picture("kettle/" + part[1]),
					"$79.90", part[1].equals("ink"), part[1].equals("steel")))
			.toList();
		List<ProductPage.OptionChoice> versions = Stream.of("0.8 l/$79.90", "1.2 l/$94.90", "1.7 l/$99.90")
			.map((row) -> row.split("/", -1))
			.map((part) -> new ProductPage.OptionChoice(part[0], "/products/p3/a-slug", picture("kettle/ink"), part[1],
					part[0].equals("0.8 l"), part[0].equals("1.7 l")))
			.toList();
		return List.of(new ProductPage.Option("Colour", true, colours),
				new ProductPage.Option("Version", false, versions));
	}

	private static BasketPage basket() {
		List<BasketPage.Line> lines = List.of(
				new BasketPage.Line("p1", "/products/p1/a-slug", "Havn Gooseneck Kettle, 0.8 l, ink black", "Brennholt",
						"kitchen", picture("kettle/ink"), "$79.90", "It was $75.00 when you added it.", 2, 3, "$159.80",
						"Only 3 left"),
				new BasketPage.Line("p9", "/products/p9/a-slug", "Olive Bar Soap", "Ondelune", "bath",
						picture("soap/sage"), "$6.50", null, 1, 20, "$6.50", null),
				new BasketPage.Line("p0", null, "A product we no longer sell", "", "", picture("parcel/sand"), null,
						null, 1, 1, null, "Not sold any more"));
		return new BasketPage(false, "There were only 3 left, so that is what is in the basket.", lines, "4 things",
				"$166.30", true, () -> shelf("bought-together", "Goes well with it", 5));
	}

	/**
	 * A page and the template that shows it.
	 */
	record Page(String template, Object page) {
	}

}
