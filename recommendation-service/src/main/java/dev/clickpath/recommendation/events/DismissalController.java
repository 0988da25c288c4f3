package dev.clickpath.recommendation.events;

import dev.clickpath.recommendation.parameter.Parameters;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Takes in what a visitor does not want to be shown, and that they think better of it.
 * Answered means kept for good and known to this instance; the same request may be sent
 * again.
 */
@RestController
@RequestMapping("/visitors/{visitor}/dismissals/{product}")
@ResponseStatus(HttpStatus.NO_CONTENT)
class DismissalController {

	private final VisitorHistories histories;

	private final ApplicationEventPublisher publisher;

	DismissalController(VisitorHistories histories, ApplicationEventPublisher publisher) {
		this.histories = histories;
		this.publisher = publisher;
	}

	@PutMapping
	void dismiss(@PathVariable String visitor, @PathVariable String product) {
		check(visitor, product);
		change(() -> this.histories.dismiss(visitor, product));
	}

	@DeleteMapping
	void restore(@PathVariable String visitor, @PathVariable String product) {
		check(visitor, product);
		change(() -> this.histories.restore(visitor, product));
	}

	private void change(Runnable change) {
		Writing.now(() -> {
			change.run();
			this.publisher.publishEvent(new HistoriesChanged());
		});
	}

	private static void check(String visitor, String product) {
		Parameters.checkVisitor(visitor);
		Parameters.checkProduct("product", product);
	}

}
