package dev.clickpath.recommendation.events;

import dev.clickpath.recommendation.parameter.Parameters;
import dev.clickpath.recommendation.problem.InvalidParameterException;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Joins and forgets the histories of visitors. Answered means done for good and known to
 * this instance; the same request may be sent again.
 */
@RestController
@RequestMapping("/visitors/{visitor}/history")
class HistoryController {

	private final VisitorHistories histories;

	private final ApplicationEventPublisher publisher;

	HistoryController(VisitorHistories histories, ApplicationEventPublisher publisher) {
		this.histories = histories;
		this.publisher = publisher;
	}

	@PostMapping("/joins")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void join(@PathVariable String visitor, @RequestBody Join join) {
		Parameters.checkVisitor(visitor);
		String from = join.from();
		if (from == null) {
			throw new InvalidParameterException("from", "is missing");
		}
		Parameters.checkVisitor("from", from);
		change(() -> this.histories.join(visitor, from));
	}

	@DeleteMapping
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void forget(@PathVariable String visitor) {
		Parameters.checkVisitor(visitor);
		change(() -> this.histories.forget(visitor));
	}

	private void change(Runnable change) {
		Writing.now(() -> {
			change.run();
			this.publisher.publishEvent(new HistoriesChanged());
		});
	}

	/**
	 * A visitor whose events become another's.
	 */
	record Join(@Nullable String from) {

	}

}
