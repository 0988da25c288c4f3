package dev.clickpath.storefront.review;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.Product;
import dev.clickpath.storefront.catalog.ShelfNames;
import dev.clickpath.storefront.customer.Customer;
import dev.clickpath.storefront.failure.MissingPageException;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.listing.Paging;
import dev.clickpath.storefront.listing.Query;
import dev.clickpath.storefront.media.Media;
import dev.clickpath.storefront.order.Purchases;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Link;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.review.ReviewsView.Card;
import dev.clickpath.storefront.visit.ReturnPath;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * The pages on which reviews are read and written. Whatever they say, it is text.
 */
@Controller
@RequestMapping("/products/{id}/{slug}/reviews")
class ReviewController {

	private static final int SIZE = 10;

	private final Catalogue catalogue;

	private final Reviews reviews;

	private final Purchases purchases;

	private final Media media;

	private final Pages pages;

	ReviewController(Catalogue catalogue, Reviews reviews, Purchases purchases, Media media, Pages pages) {
		this.catalogue = catalogue;
		this.reviews = reviews;
		this.purchases = purchases;
		this.media = media;
		this.pages = pages;
	}

	@GetMapping
	Object reviews(@PathVariable String id, @PathVariable String slug, @RequestParam Map<String, String> parameters,
			Visit visit, Assembly assembly, HttpServletRequest request) {
		Product product = product(id, assembly);
		String href = Cards.href(product.id(), product.slug());
		if (!slug.equals(product.slug())) {
			return ResponseEntity.status(HttpStatus.MOVED_PERMANENTLY)
				.cacheControl(CacheControl.noCache())
				.location(ReturnPath.withQuery(ReviewPaths.all(href), request))
				.build();
		}
		ReviewQuery query = ReviewQuery.of(id, parameters, SIZE);
		CompletableFuture<Optional<Review>> own = own(id, visit);
		Opinions opinions = assembly.require(this.reviews.page(query));
		if (query.page() > 1 && opinions.reviews().isEmpty()) {
			throw new MissingPageException("listing.end");
		}
		Words words = visit.words();
		Query address = query.address(ReviewPaths.all(href));
		ReviewsPage page = new ReviewsPage(product.summary().name(), product.brand(), product.department(),
				this.media.url(product.picture(), visit.cdn()), href,
				breadcrumbs(product, words.of("reviews.heading"), words),
				ReviewsView.of(opinions, query.stars(), href, words),
				assembly.await(own, Optional.<Review>empty()).map((review) -> Card.of(review, words)).orElse(null),
				query.stars(), opinions.total(), ReviewSort.choices(address, query.sort(), words),
				Paging.of(address, query.page(), query.pages(opinions.total()), SIZE, opinions.total(), words));
		Frame frame = Frame.of(words.of("reviews.of", product.title()), ReviewPaths.all(href)).in(product.department());
		boolean whole = query.equals(ReviewQuery.first(id, SIZE));
		return this.pages.page("reviews", whole ? frame : frame.passing(), page, visit, assembly);
	}

	private CompletableFuture<Optional<Review>> own(String product, Visit visit) {
		Customer customer = visit.customer();
		return (customer != null) ? this.reviews.of(customer.id(), product)
				: CompletableFuture.completedFuture(Optional.empty());
	}

	@GetMapping("/own")
	Object form(@PathVariable String id, Visit visit, Assembly assembly) {
		Customer customer = visit.customer();
		if (customer == null) {
			return goOn(Query.of("/sign-in").with("return", visit.here()).href());
		}
		Product product = product(id, assembly);
		Review before = assembly.require(this.reviews.of(customer.id(), id)).orElse(null);
		return form(product, ReviewForm.of(before, customer.name(), visit.language()), null, before != null, visit,
				assembly);
	}

	@PostMapping("/own")
	Object write(@PathVariable String id, @RequestParam Map<String, String> sent, Visit visit, Assembly assembly,
			HttpServletResponse response) {
		Customer customer = Objects.requireNonNull(visit.customer());
		Product product = product(id, assembly);
		Words words = visit.words();
		boolean published = sent.containsKey("published");
		ReviewForm form = ReviewForm.of(sent, words);
		if (!form.isRight()) {
			response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
			return form(product, form, null, published, visit, assembly);
		}
		return switch (this.reviews.write(customer.id(), id, form.draft(bought(customer, id)))) {
			case Outcome.Published _ -> goOn(ReviewPaths.all(Cards.href(product.id(), product.slug())) + "#own");
			case Outcome.ProductGone _ -> throw new MissingPageException("product.missing");
			case Outcome.Refused refused -> {
				response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
				yield form(product, form.refused(refused.field(), words), null, published, visit, assembly);
			}
			case Outcome.NotNow _ -> {
				response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
				yield form(product, form, words.of("reviews.form.later"), published, visit, assembly);
			}
		};
	}

	private boolean bought(Customer customer, String product) {
		return this.purchases.has(customer.id(), product);
	}

	@PostMapping("/own/removal")
	Object delete(@PathVariable String id, Visit visit, Assembly assembly, HttpServletResponse response) {
		Customer customer = Objects.requireNonNull(visit.customer());
		Product product = product(id, assembly);
		if (this.reviews.delete(customer.id(), id)) {
			return goOn(ReviewPaths.all(Cards.href(product.id(), product.slug())));
		}
		response.setStatus(HttpStatus.SERVICE_UNAVAILABLE.value());
		return form(product, ReviewForm.of(null, customer.name(), visit.language()),
				visit.words().of("reviews.delete.later"), true, visit, assembly);
	}

	private Product product(String id, Assembly assembly) {
		return assembly.require(this.catalogue.product(id))
			.orElseThrow(() -> new MissingPageException("product.missing"));
	}

	private View form(Product product, ReviewForm form, @Nullable String alert, boolean published, Visit visit,
			Assembly assembly) {
		Words words = visit.words();
		String heading = words.of(published ? "reviews.change" : "reviews.write");
		String path = ReviewPaths.own(Cards.href(product.id(), product.slug()));
		ReviewFormPage page = new ReviewFormPage(product.summary().name(), product.department(),
				this.media.url(product.picture(), visit.cdn()), breadcrumbs(product, heading, words), path, alert,
				published, form);
		return this.pages.page("review-form", Frame.of(heading, path).in(product.department()).passing(), page, visit,
				assembly);
	}

	private static List<Link> breadcrumbs(Product product, String here, Words words) {
		return List.of(new Link(words.of("listing.home"), "/"),
				new Link(ShelfNames.department(product.department(), product.departmentName(), words),
						"/departments/" + product.department()),
				new Link(product.summary().name(), Cards.href(product.id(), product.slug())), new Link(here, null));
	}

	private static ResponseEntity<Void> goOn(String path) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.cacheControl(CacheControl.noStore())
			.location(URI.create(path))
			.build();
	}

}
