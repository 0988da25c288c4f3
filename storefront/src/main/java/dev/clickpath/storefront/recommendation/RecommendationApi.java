package dev.clickpath.storefront.recommendation;

import java.util.List;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/**
 * The interface of the recommendation service, as far as it is used here.
 */
interface RecommendationApi {

	@GetExchange("/visitors/{visitor}/shelves")
	VisitorShelves shelves(@PathVariable String visitor, @RequestParam String region);

	@GetExchange("/visitors/{visitor}/reasons/{product}")
	Reasons reasons(@PathVariable String visitor, @PathVariable String product);

	@GetExchange("/visitors/{visitor}/dismissals")
	Dismissals dismissals(@PathVariable String visitor);

	@PutExchange("/visitors/{visitor}/dismissals/{product}")
	void dismiss(@PathVariable String visitor, @PathVariable String product);

	@DeleteExchange("/visitors/{visitor}/dismissals/{product}")
	void restore(@PathVariable String visitor, @PathVariable String product);

	@GetExchange("/products/{id}/related")
	ScoredProducts related(@PathVariable String id, @RequestParam String kind, @RequestParam int limit);

	@GetExchange("/trending")
	ScoredProducts trending(@RequestParam int limit, @RequestParam String region);

	/** One that it does not take is left out, those of other visitors are not. */
	@PostExchange("/events?invalid=skip")
	void tell(@RequestBody List<BehaviourEvent> events);

	@PostExchange("/visitors/{visitor}/history/joins")
	void joinHistory(@PathVariable String visitor, @RequestBody HistoryJoin join);

	@DeleteExchange("/visitors/{visitor}/history")
	void forgetHistory(@PathVariable String visitor);

	/** What a visitor does not want to see, the latest first. */
	record Dismissals(List<String> products) {
	}

	/** Whose history it is. */
	record HistoryJoin(String from) {
	}

}
