package dev.clickpath.cli.load.visits;

import java.time.Duration;
import java.util.List;

/**
 * What somebody does from coming in to leaving.
 *
 * @param number counts the visits
 * @param arrival when the first page is asked for, counted from the beginning
 * @param returning whether it is somebody who was here before, if there is one
 * @param signsOut whether they sign out when they leave
 * @param seed for all that they decide when they see a page
 * @param steps the pause of the first one is over at their arrival
 */
public record Visit(int number, Duration arrival, boolean returning, boolean signsOut, long seed, List<Step> steps) {

	public Visit {
		steps = List.copyOf(steps);
	}

	/** How long they are about the shop, were its pages there at once. */
	Duration length() {
		return this.steps.stream().skip(1).map(Step::pause).reduce(Duration.ZERO, Duration::plus);
	}

	/**
	 * What is left of it at the beginning of all visits, of one that began before.
	 */
	Visit rest() {
		Duration at = this.arrival;
		int done = 0;
		while (at.isNegative() && ++done < this.steps.size()) {
			at = at.plus(this.steps.get(done).pause());
		}
		return new Visit(this.number, at, this.returning, this.signsOut, this.seed,
				this.steps.subList(done, this.steps.size()));
	}

}
