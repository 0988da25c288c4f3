package dev.clickpath.recommendation.product;

import java.util.List;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.recommendation.model.Model;
import dev.clickpath.recommendation.model.Relation;
import dev.clickpath.recommendation.model.Scored;
import dev.clickpath.recommendation.parameter.Parameters;
import dev.clickpath.recommendation.problem.InvalidParameterException;

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
		return new Related(kind,
				ServerTiming.current().measure("model", () -> this.model.related(id, relation, limit)));
	}

	@GetMapping("/trending")
	Trending trending(@RequestParam(defaultValue = "12") Integer limit) {
		Parameters.checkLimit(limit);
		return new Trending(ServerTiming.current().measure("model", () -> this.model.trending(limit)));
	}

	private static Relation relation(String kind) {
		return switch (kind) {
			case "viewed" -> Relation.VIEWED;
			case "bought" -> Relation.BOUGHT;
			default -> throw new InvalidParameterException("kind", "must be viewed or bought");
		};
	}

	record Related(String kind, List<Scored> products) {

	}

	record Trending(List<Scored> products) {

	}

}
