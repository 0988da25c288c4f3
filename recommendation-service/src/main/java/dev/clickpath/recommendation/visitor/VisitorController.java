package dev.clickpath.recommendation.visitor;

import java.util.List;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.recommendation.model.Model;
import dev.clickpath.recommendation.model.Recommendation;
import dev.clickpath.recommendation.parameter.Parameters;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What may interest one visitor. Of a visitor never heard of, nothing is known but what
 * is trending.
 */
@RestController
@RequestMapping("/visitors/{visitor}")
class VisitorController {

	private final Model model;

	VisitorController(Model model) {
		this.model = model;
	}

	@GetMapping("/shelves")
	VisitorShelves shelves(@PathVariable String visitor) {
		Parameters.checkVisitor(visitor);
		return ServerTiming.current().measure("model", () -> new ShelfPlanner(this.model, visitor).plan());
	}

	@GetMapping("/recommendations")
	Answer recommendations(@PathVariable String visitor, @RequestParam(defaultValue = "12") Integer limit) {
		Parameters.checkVisitor(visitor);
		Parameters.checkLimit(limit);
		return new Answer(ServerTiming.current().measure("model", () -> this.model.recommendations(visitor, limit)));
	}

	record Answer(List<Recommendation> products) {

	}

}
