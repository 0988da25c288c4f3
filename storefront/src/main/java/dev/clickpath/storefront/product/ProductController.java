package dev.clickpath.storefront.product;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.behaviour.Behaviour;
import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.card.Delivery;
import dev.clickpath.storefront.card.Rating;
import dev.clickpath.storefront.card.Stock;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.Product;
import dev.clickpath.storefront.catalog.ShelfNames;
import dev.clickpath.storefront.failure.MissingPageException;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.listing.Query;
import dev.clickpath.storefront.media.Media;
import dev.clickpath.storefront.money.Money;
import dev.clickpath.storefront.money.Prices;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Link;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.product.ProductPage.About;
import dev.clickpath.storefront.product.ProductPage.Fact;
import dev.clickpath.storefront.product.ProductPage.Offer;
import dev.clickpath.storefront.product.ProductPage.Variant;
import dev.clickpath.storefront.review.ProductReviews;
import dev.clickpath.storefront.visit.ReturnPath;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/**
 * The page of one product. Its address ends in words that say what it is; whoever comes
 * with other words is led to the right address.
 */
@Controller
class ProductController {

	private final Catalogue catalogue;

	private final ProductShelves shelves;

	private final ProductReviews reviews;

	private final Behaviour behaviour;

	private final Delivery delivery;

	private final Media media;

	private final Pages pages;

	ProductController(Catalogue catalogue, ProductShelves shelves, ProductReviews reviews, Behaviour behaviour,
			Delivery delivery, Media media, Pages pages) {
		this.catalogue = catalogue;
		this.shelves = shelves;
		this.reviews = reviews;
		this.behaviour = behaviour;
		this.delivery = delivery;
		this.media = media;
		this.pages = pages;
	}

	@GetMapping({ "/products/{id}", "/products/{id}/{slug}" })
	Object product(@PathVariable String id, @PathVariable Optional<String> slug, Visit visit, Assembly assembly,
			HttpServletRequest request) {
		Product product = assembly.require(this.catalogue.product(id))
			.orElseThrow(() -> new MissingPageException("product.missing"));
		String href = Cards.href(product.id(), product.slug());
		if (!slug.equals(Optional.of(product.slug()))) {
			return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
				.cacheControl(CacheControl.noCache())
				.location(ReturnPath.withQuery(href, request))
				.build();
		}
		this.behaviour.viewed(visit, product.summary());
		Frame frame = Frame.of(product.title(), href).describedAs(product.description()).in(product.department());
		return this.pages.page("product", frame, page(product, visit, assembly), visit, assembly);
	}

	/**
	 * Takes note that somebody looks at the page, which their browser had fetched ahead
	 * of them.
	 */
	@PostMapping("/products/{id}/look")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void look(@PathVariable String id, Visit visit, Assembly assembly) {
		assembly.require(this.catalogue.product(id))
			.ifPresent((product) -> this.behaviour.viewed(visit, product.summary()));
	}

	private ProductPage page(Product product, Visit visit, Assembly assembly) {
		return new ProductPage(product.id(), breadcrumbs(product, visit.words()), offer(product, visit),
				new About(Objects.requireNonNullElse(product.description(), ""), facts(product)),
				this.reviews.of(product, visit, assembly), this.shelves.of(product, visit, assembly));
	}

	private Offer offer(Product product, Visit visit) {
		Words words = visit.words();
		Prices prices = visit.prices();
		Stock stock = Stock.of(product.stock(), words);
		return new Offer(product.summary().name(), product.brand(), product.department(),
				this.media.url(product.picture(), visit.cdn()), prices.text(product.price()),
				Cards.oldPrice(product.price(), product.oldPrice(), prices),
				saving(product.price(), product.oldPrice(), visit),
				Rating.of(product.rating(), product.ratingCount(), words), variants(product, visit),
				new Options(product, this.media, visit).all(), stock,
				stock.isOut() ? null : this.delivery.promise(visit.region(), words),
				words.of(visit.region().words() + ".in"));
	}

	private static List<Link> breadcrumbs(Product product, Words words) {
		Query department = Query.of("/departments/" + product.department());
		return List.of(new Link(words.of("listing.home"), "/"),
				new Link(ShelfNames.department(product.department(), product.departmentName(), words),
						department.href()),
				new Link(ShelfNames.category(product.category(), product.categoryName(), words),
						department.with("category", product.category()).href()),
				new Link(product.summary().name(), null));
	}

	private static @Nullable String saving(Money price, @Nullable Money old, Visit visit) {
		if (old == null || old.compareTo(price) <= 0) {
			return null;
		}
		Prices prices = visit.prices();
		Money saved = prices.in(old).minus(prices.in(price));
		return visit.words()
			.of("product.saving", prices.of(saved),
					visit.words().percent(old.minus(price).amount() * 100 / old.amount()));
	}

	private static List<Fact> facts(Product product) {
		return Objects.requireNonNullElse(product.attributes(), List.<Product.Attribute>of())
			.stream()
			.map((attribute) -> new Fact(attribute.name(), attribute.value()))
			.toList();
	}

	private List<Variant> variants(Product product, Visit visit) {
		List<Product.Variant> family = Objects.requireNonNullElse(product.variants(), List.<Product.Variant>of());
		if (family.size() < 2) {
			return List.of();
		}
		return family.stream()
			.map((variant) -> new Variant(variant.id(), Cards.href(variant.id(), variant.slug()), variant.label(),
					this.media.url(variant.picture(), visit.cdn()), visit.prices().text(variant.price()),
					variant.id().equals(product.id()), variant.stock() <= 0))
			.toList();
	}

}
