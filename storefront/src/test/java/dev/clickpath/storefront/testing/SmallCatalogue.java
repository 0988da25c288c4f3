package dev.clickpath.storefront.testing;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import dev.clickpath.storefront.catalog.Department;
import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.catalog.Product;
import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.catalog.SearchResult;
import dev.clickpath.storefront.catalog.Suggestions;
import org.jspecify.annotations.Nullable;

/**
 * Forty kettles k1 to k40 and what the catalogue service would say of them. Two are
 * special: k1 has a hostile title, k2 is sold out.
 */
public final class SmallCatalogue {

	public static final String HOSTILE = "<script>alert('kettle')</script> & \"co\"";

	private static final List<Product> PRODUCTS = IntStream.rangeClosed(1, 40)
		.mapToObj(SmallCatalogue::product)
		.toList();

	private SmallCatalogue() {
	}

	/**
	 * A catalogue service that knows the kettles.
	 */
	public static StubService service() {
		return new StubService().on("/departments", (uri) -> departments())
			.on("/products", SmallCatalogue::summaries)
			.on("/products/", (uri) -> find(uri.getPath().substring("/products/".length())))
			.on("/products/k5/reviews", (uri) -> SmallReviews.page(parameter(uri, "stars")))
			.on("/products/k5/reviews/", (uri) -> null)
			.on("/search", SmallCatalogue::search)
			.on("/suggestions", (uri) -> suggestions());
	}

	public static List<Department> departments() {
		return List.of(new Department("kitchen", "Kitchen", "Tools that earn their place.", "kettle/forest", 40,
				List.of(new Department.Category("kettles", "Kettles", "kettle/forest", 40))));
	}

	public static Product product(int number) {
		String id = "k" + number;
		int stock = (number == 2) ? 0 : number;
		String title = (number == 1) ? HOSTILE : "Brenna Kettle No. " + number;
		Money old = (number % 5 == 0) ? new Money(9_990, "USD") : null;
		List<Product.Variant> family = List.of(variant(3, "Forest green, 1.2 l", "forest"),
				variant(4, "Forest green, 1.7 l", "forest"), variant(5, "Cream, 1.2 l", "cream"));
		return new Product(id, "kettle-" + number, title, "Brenna", "kitchen", "Kitchen", "kettles", "Kettles",
				new Money(4_990 + number, "USD"), old, 4.4, 310, stock, "kettle/forest",
				(number >= 3 && number <= 5) ? "brenna-kettle" : null, "It boils water. It whistles.",
				List.of(new Product.Attribute("Material", "Steel")), (number >= 3 && number <= 5) ? family : List.of());
	}

	private static Product.Variant variant(int number, String label, String colour) {
		return new Product.Variant("k" + number, "kettle-" + number, label, colour, new Money(4_990 + number, "USD"),
				number, "kettle/" + colour);
	}

	private static @Nullable Product find(String id) {
		return PRODUCTS.stream().filter((product) -> product.id().equals(id)).findFirst().orElse(null);
	}

	/**
	 * What it says of several products.
	 */
	public static List<ProductSummary> summaries(URI uri) {
		return Arrays.stream(Objects.toString(parameter(uri, "ids"), "").split(","))
			.map(SmallCatalogue::find)
			.filter(Objects::nonNull)
			.map(Product::summary)
			.toList();
	}

	/** "ketle" is put right, and no kettle is blue. */
	private static SearchResult search(URI uri) {
		int size = Integer.parseInt(Objects.requireNonNull(parameter(uri, "size")));
		int page = Integer.parseInt(Objects.toString(parameter(uri, "page"), "1"));
		String words = Objects.toString(parameter(uri, "q"), "");
		boolean misspelt = words.equals("ketle");
		boolean asTyped = parameter(uri, "as-typed") != null;
		List<ProductSummary> found = words.equals("nothing") || (misspelt && asTyped) ? List.of()
				: PRODUCTS.stream().map(Product::summary).toList();
		int from = Math.min(found.size(), (page - 1) * size);
		return new SearchResult(found.size(), words.startsWith("blue ") ? 0 : found.size(), page, size,
				(found.size() + size - 1) / size, (misspelt && !asTyped) ? "kettle" : null,
				found.subList(from, Math.min(found.size(), from + size)), facets(found.size()));
	}

	private static SearchResult.Facets facets(int count) {
		return new SearchResult.Facets(List.of(new SearchResult.Slugged("kitchen", "Kitchen", count)),
				List.of(new SearchResult.Slugged("kettles", "Kettles", count)),
				List.of(new SearchResult.Named("Brenna", count), new SearchResult.Named("Ket & Co", 3)), List.of(),
				List.of(new SearchResult.Stars(4, 12), new SearchResult.Stars(3, count)), 39, 8,
				List.of(new SearchResult.Attribute("material", "Material", List
					.of(new SearchResult.Value("Steel", count), new SearchResult.Value("<b>Enamel & \"tin\"", 2)))));
	}

	private static Suggestions suggestions() {
		List<Suggestions.Highlight> start = List.of(new Suggestions.Highlight(0, 3));
		return new Suggestions(
				List.of(new Suggestions.Suggestion("product", "Kettle No. 3", start, "k3", "kettle-3", null),
						new Suggestions.Suggestion("category", "Kettles", start, null, "kettles", "kitchen"),
						new Suggestions.Suggestion("query", "kettle & cups", start, null, null, null),
						new Suggestions.Suggestion("brand", "Ket & Co", start, null, null, null)));
	}

	private static @Nullable String parameter(URI uri, String name) {
		return Arrays.stream(Objects.toString(uri.getRawQuery(), "").split("&"))
			.filter((parameter) -> parameter.startsWith(name + "="))
			.map((parameter) -> URLDecoder.decode(parameter.substring(name.length() + 1), StandardCharsets.UTF_8))
			.findFirst()
			.orElse(null);
	}

}
