package dev.clickpath.storefront.interest;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.attempts.Attempt;
import dev.clickpath.storefront.attempts.Attempts;
import dev.clickpath.storefront.attempts.ClientAddress;
import dev.clickpath.storefront.attempts.Limit;
import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.failure.MissingPageException;
import dev.clickpath.storefront.listing.Query;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.recommendation.Recommendations;
import dev.clickpath.storefront.visit.ReturnPath;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * Lets visitors say what they do not want to be shown, look at all of it, and think
 * better of it.
 */
@Controller
class DismissedController {

	private static final String PAGE = "/not-interested";

	/**
	 * A class of learners may share an address; each of their visitors keeps a memory.
	 */
	private static final Limit FROM_ONE_PLACE = new Limit(300, Duration.ofSeconds(10), Duration.ofMinutes(5),
			Duration.ofHours(1));

	private final Recommendations recommendations;

	private final Catalogue catalogue;

	private final Cards cards;

	private final Attempts attempts;

	private final Pages pages;

	DismissedController(Recommendations recommendations, Catalogue catalogue, Cards cards, Attempts attempts,
			Pages pages) {
		this.recommendations = recommendations;
		this.catalogue = catalogue;
		this.cards = cards;
		this.attempts = attempts;
		this.pages = pages;
	}

	@GetMapping(PAGE)
	View dismissed(@RequestParam(required = false) @Nullable String gone,
			@RequestParam(name = "return", required = false) @Nullable String returnPath, Visit visit,
			Assembly assembly) {
		List<String> ids = assembly.require(this.recommendations.dismissed(visit.visitor()));
		Map<String, ProductSummary> known = assembly.await(this.catalogue.summaries(ids), Map.of());
		List<ProductSummary> products = ids.stream().map(known::get).filter(Objects::nonNull).toList();
		List<ProductSummary> first = products.stream().filter((product) -> product.id().equals(gone)).toList();
		DismissedPage page = new DismissedPage(first.isEmpty() ? null : this.cards.of(first, visit).getFirst(),
				ReturnPath.orElse(returnPath, "/"), this.cards.of(products, visit));
		Frame frame = Frame.of(visit.words().of("interest.not-interested"), PAGE).passing();
		return this.pages.page("not-interested", frame, page, visit, assembly);
	}

	@PostMapping(PAGE)
	ResponseEntity<Void> dismiss(@RequestParam String product, @RequestParam(defaultValue = "false") boolean undo,
			@RequestParam(name = "return", required = false) @Nullable String returnPath, Visit visit,
			Assembly assembly, HttpServletRequest request) {
		this.attempts.begin(List.of(new Attempt("dismiss-from", ClientAddress.of(request), FROM_ONE_PLACE)));
		if (assembly.require(this.catalogue.product(product)).isEmpty()) {
			throw new MissingPageException("product.missing");
		}
		assembly.require(undo ? this.recommendations.restore(visit.visitor(), product)
				: this.recommendations.dismiss(visit.visitor(), product));
		Query next = Query.of(PAGE).with("return", ReturnPath.orElse(returnPath, "/"));
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.location(URI.create((undo ? next : next.with("gone", product)).href()))
			.build();
	}

}
