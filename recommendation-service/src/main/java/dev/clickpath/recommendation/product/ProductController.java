package dev.clickpath.recommendation.product;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.recommendation.model.Model;
import dev.clickpath.recommendation.model.Relation;
import dev.clickpath.recommendation.model.Scored;
import dev.clickpath.recommendation.parameter.Parameters;
import dev.clickpath.recommendation.problem.InvalidParameterException;
import dev.clickpath.recommendation.reason.Reason;
import dev.clickpath.recommendation.reason.Reason.Kind;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What goes with a product, and what is looked at now. To a product never heard of,
 * nothing is related.
 */
@RestController
class ProductController {

	private final Model model;

	ProductController(Model model) {
		this.model = model;
	}

	@GetMapping("/products/{id}/related")
	Related related(@PathVariable String id, @RequestParam(defaultValue = "any") String kind,
			@RequestParam(defaultValue = "12") Integer limit) {
		Parameters.checkProduct(id);
		Parameters.checkLimit(limit);
		return ServerTiming.current().measure("model", () -> switch (kind) {
			case "any" -> any(id, limit);
			case "viewed" -> viewed(id, limit);
			case "bought" ->
				Related.of(kind, new Reason(Kind.BOUGHT_TOGETHER, id), this.model.related(id, Relation.BOUGHT, limit));
			case "similar" -> similar(id, limit);
			default -> throw new InvalidParameterException("kind", "must be any, viewed, bought or similar");
		});
	}

	/**
	 * What was viewed together first, and as long as that is too little what is similar.
	 */
	private Related any(String id, int limit) {
		Related viewed = viewed(id, limit);
		Set<String> known = viewed.products().stream().map(Companion::id).collect(Collectors.toSet());
		Stream<Companion> others = similar(id, limit).products()
			.stream()
			.filter((product) -> !known.contains(product.id()));
		return new Related("any", viewed.reason(),
				Stream.concat(viewed.products().stream(), others).limit(limit).toList());
	}

	private Related viewed(String id, int limit) {
		return Related.of("viewed", new Reason(Kind.VIEWED_TOGETHER, id),
				this.model.related(id, Relation.VIEWED, limit));
	}

	private Related similar(String id, int limit) {
		return Related.of("similar", new Reason(Kind.SIMILAR, id), this.model.alike(id, limit));
	}

	@GetMapping("/trending")
	Trending trending(@RequestParam(defaultValue = "12") Integer limit,
			@RequestParam(required = false) @Nullable String region) {
		Parameters.checkLimit(limit);
		Parameters.checkRegion(region);
		return new Trending(new Reason(Kind.TRENDING, null),
				ServerTiming.current().measure("model", () -> this.model.trending(region, limit)));
	}

	/**
	 * @param reason why the first of them
	 */
	record Related(String kind, Reason reason, List<Companion> products) {

		static Related of(String kind, Reason reason, List<Scored> products) {
			return new Related(kind, reason,
					products.stream().map((product) -> new Companion(product.id(), product.score(), reason)).toList());
		}

	}

	/**
	 * A product that goes with another.
	 *
	 * @param score orders it among those with the same kind of reason
	 */
	record Companion(String id, float score, Reason reason) {
	}

	/**
	 * @param reason why each of them
	 */
	record Trending(Reason reason, List<Scored> products) {
	}

}
