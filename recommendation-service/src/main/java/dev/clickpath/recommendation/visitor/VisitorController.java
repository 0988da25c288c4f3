package dev.clickpath.recommendation.visitor;

import java.util.List;

import dev.clickpath.defaults.timing.ServerTiming;
import dev.clickpath.recommendation.learning.Recollection;
import dev.clickpath.recommendation.model.Model;
import dev.clickpath.recommendation.parameter.Parameters;
import org.jspecify.annotations.Nullable;

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

	private final Recollection recollection;

	private final Dismissals dismissals;

	VisitorController(Model model, Recollection recollection, Dismissals dismissals) {
		this.model = model;
		this.recollection = recollection;
		this.dismissals = dismissals;
	}

	@GetMapping("/shelves")
	VisitorShelves shelves(@PathVariable String visitor, @RequestParam(required = false) @Nullable String region) {
		Parameters.checkVisitor(visitor);
		Parameters.checkRegion(region);
		this.recollection.recall(visitor);
		return ServerTiming.current()
			.measure("model", () -> new ShelfPlanner(this.model, visitor, region, this.dismissals.of(visitor)).plan());
	}

	@GetMapping("/recommendations")
	Answer recommendations(@PathVariable String visitor, @RequestParam(defaultValue = "12") Integer limit,
			@RequestParam(required = false) @Nullable String region) {
		Parameters.checkVisitor(visitor);
		Parameters.checkLimit(limit);
		Parameters.checkRegion(region);
		this.recollection.recall(visitor);
		return new Answer(ServerTiming.current()
			.measure("model", () -> new Picks(this.model, visitor, region, this.dismissals.of(visitor)).best(limit)));
	}

	@GetMapping("/dismissals")
	Dismissed dismissals(@PathVariable String visitor) {
		Parameters.checkVisitor(visitor);
		return new Dismissed(this.dismissals.of(visitor));
	}

	record Answer(List<Pick> products) {
	}

	/**
	 * @param products ids, the latest dismissed first
	 */
	record Dismissed(List<String> products) {
	}

}
