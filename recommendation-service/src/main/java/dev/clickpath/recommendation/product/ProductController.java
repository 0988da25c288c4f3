package dev.clickpath.recommendation.product;

import java.util.List;

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
	Related related(@PathVariable String id, @RequestParam(defaultValue = "viewed") String kind,
			@RequestParam(defaultValue = "12") Integer limit) {
		Parameters.checkProduct(id);
		Relation relation = relation(kind);
		Parameters.checkLimit(limit);
		Reason reason = new Reason(reason(relation), id);
		return new Related(kind, reason,
				ServerTiming.current().measure("model", () -> this.model.related(id, relation, limit)));
	}

	@GetMapping("/trending")
	Trending trending(@RequestParam(defaultValue = "12") Integer limit,
			@RequestParam(required = false) @Nullable String region) {
		Parameters.checkLimit(limit);
		Parameters.checkRegion(region);
		return new Trending(new Reason(Kind.TRENDING, null),
				ServerTiming.current().measure("model", () -> this.model.trending(region, limit)));
	}

	private static Relation relation(String kind) {
		return switch (kind) {
			case "viewed" -> Relation.VIEWED;
			case "bought" -> Relation.BOUGHT;
			default -> throw new InvalidParameterException("kind", "must be viewed or bought");
		};
	}

	private static Kind reason(Relation relation) {
		return switch (relation) {
			case VIEWED -> Kind.VIEWED_TOGETHER;
			case BOUGHT -> Kind.BOUGHT_TOGETHER;
		};
	}

	/**
	 * @param reason why each of them
	 */
	record Related(String kind, Reason reason, List<Scored> products) {
	}

	/**
	 * @param reason why each of them
	 */
	record Trending(Reason reason, List<Scored> products) {
	}

}
