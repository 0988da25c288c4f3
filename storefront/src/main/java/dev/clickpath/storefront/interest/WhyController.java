package dev.clickpath.storefront.interest;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import dev.clickpath.storefront.assembly.Assembly;
import dev.clickpath.storefront.card.Card;
import dev.clickpath.storefront.card.Cards;
import dev.clickpath.storefront.catalog.Catalogue;
import dev.clickpath.storefront.catalog.ProductSummary;
import dev.clickpath.storefront.failure.MissingPageException;
import dev.clickpath.storefront.interest.WhyPage.Evidence;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.page.Frame;
import dev.clickpath.storefront.page.Pages;
import dev.clickpath.storefront.recommendation.Reasons;
import dev.clickpath.storefront.recommendation.Reasons.Interest;
import dev.clickpath.storefront.recommendation.Reasons.Together;
import dev.clickpath.storefront.recommendation.Recommendations;
import dev.clickpath.storefront.visit.Visit;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/**
 * Says why a visitor is shown a product: what they did and how many others did the same,
 * counted at this moment.
 */
@Controller
class WhyController {

	private static final Reasons UNKNOWN = new Reasons(false, List.of(), new Interest(0, 0, 0));

	private final Catalogue catalogue;

	private final Recommendations recommendations;

	private final Cards cards;

	private final Pages pages;

	WhyController(Catalogue catalogue, Recommendations recommendations, Cards cards, Pages pages) {
		this.catalogue = catalogue;
		this.recommendations = recommendations;
		this.cards = cards;
		this.pages = pages;
	}

	@GetMapping("/why/{id}")
	View why(@PathVariable String id, Visit visit, Assembly assembly) {
		ProductSummary product = assembly.require(this.catalogue.product(id))
			.orElseThrow(() -> new MissingPageException("product.missing"))
			.summary();
		CompletableFuture<Reasons> asked = this.recommendations.reasons(visit.visitor(), id);
		Reasons reasons = assembly.await(asked, UNKNOWN);
		CompletableFuture<Map<String, ProductSummary>> products = this.catalogue
			.summaries(reasons.because().stream().map(Together::product).toList());
		WhyPage page = new WhyPage(card(product, visit), evidence(reasons, assembly.await(products, Map.of()), visit),
				lately(reasons.interest(), visit.words()), reasons.equals(UNKNOWN), reasons.dismissed());
		Frame frame = Frame.of(visit.words().of("interest.why"), "/why/" + id).passing();
		return this.pages.page("why", frame, page, visit, assembly);
	}

	private Card card(ProductSummary product, Visit visit) {
		return this.cards.of(List.of(product), visit).getFirst();
	}

	private List<Evidence> evidence(Reasons reasons, Map<String, ProductSummary> known, Visit visit) {
		List<Evidence> evidence = new ArrayList<>();
		for (Together each : reasons.because()) {
			ProductSummary product = known.get(each.product());
			if (product != null) {
				evidence.add(evidence(each, product, visit));
			}
		}
		return evidence;
	}

	private Evidence evidence(Together together, ProductSummary product, Visit visit) {
		Words words = visit.words();
		String day = words.date(LocalDate.ofInstant(together.at(), ZoneOffset.UTC));
		String deed = switch (together.kind()) {
			case "purchase" -> words.of("interest.bought", day);
			case "basket" -> words.of("interest.chose", day);
			default -> words.of("interest.looked", day);
		};
		return new Evidence(card(product, visit), deed,
				counted(words.of("interest.others", together.visitors()), together.simulated(), words),
				(together.buyers() > 0) ? words.of("interest.buyers", together.buyers()) : null);
	}

	private static @Nullable String lately(Interest interest, Words words) {
		return (interest.visitors() > 1) ? counted(words.of("interest.lately", interest.visitors(), interest.days()),
				interest.simulated(), words) : null;
	}

	/** Whoever is counted and no person is said to be none. */
	private static String counted(String sentence, int simulated, Words words) {
		return (simulated > 0) ? sentence + ' ' + words.of("interest.simulated", simulated) : sentence;
	}

}
