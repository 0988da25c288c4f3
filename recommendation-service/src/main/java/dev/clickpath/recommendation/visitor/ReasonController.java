package dev.clickpath.recommendation.visitor;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

import dev.clickpath.recommendation.events.Evidence;
import dev.clickpath.recommendation.events.Evidence.Met;
import dev.clickpath.recommendation.events.Evidence.Together;
import dev.clickpath.recommendation.parameter.Parameters;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells a visitor why they are shown a product, by what is stored at the moment.
 */
@RestController
@RequestMapping("/visitors/{visitor}/reasons/{product}")
class ReasonController {

	private static final int DAYS = 7;

	private final Evidence evidence;

	private final Dismissals dismissals;

	private final InstantSource clock;

	ReasonController(Evidence evidence, Dismissals dismissals, InstantSource clock) {
		this.evidence = evidence;
		this.dismissals = dismissals;
		this.clock = clock;
	}

	@GetMapping
	Reasons reasons(@PathVariable String visitor, @PathVariable String product) {
		Parameters.checkVisitor(visitor);
		Parameters.checkProduct("product", product);
		return new Reasons(product, this.dismissals.of(visitor).contains(product), this.evidence.of(visitor, product),
				interest(product));
	}

	private Interest interest(String product) {
		Met met = this.evidence.visitorsSince(product, this.clock.instant().minus(Duration.ofDays(DAYS)));
		return new Interest(DAYS, met.visitors(), met.simulated());
	}

	/**
	 * Why a visitor is shown a product.
	 *
	 * @param dismissed whether the visitor does not want to see it
	 * @param because what of their own history speaks for it, the most first
	 * @param interest how many are interested in it lately
	 */
	record Reasons(String product, boolean dismissed, List<Together> because, Interest interest) {
	}

	/**
	 * How many visitors have met a product in the last days, and how many of them are no
	 * people but made up.
	 */
	record Interest(int days, int visitors, int simulated) {
	}

}
