package dev.clickpath.recommendation.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What the visitors are interested in at the moment: interest that fades exponentially.
 */
final class Trends {

	/** More are never asked for. */
	static final int KEPT = 200;

	private final Decay decay;

	private final List<DecayingCount> interest = new ArrayList<>();

	Trends(Tuning tuning) {
		this.decay = Decay.of(tuning.trendHalfLife());
	}

	/**
	 * Learns of an interaction; what a visitor repeats says nothing new.
	 */
	void learn(History before, History after, int product, long at) {
		int place = after.indexOf(product);
		int oldPlace = before.indexOf(product);
		double strength = (place >= 0) ? Strengths.INTEREST.of(after.counted(place)) : 0;
		double oldStrength = (oldPlace >= 0) ? Strengths.INTEREST.of(before.counted(oldPlace)) : 0;
		if (strength <= oldStrength) {
			return;
		}
		while (this.interest.size() <= product) {
			this.interest.add(DecayingCount.NOTHING);
		}
		this.interest.set(product, this.interest.get(product).plus(strength - oldStrength, at, this.decay));
	}

	/**
	 * The products of most interest at a moment not before the last event.
	 */
	Top publish(long now) {
		Top top = new Top(KEPT);
		for (int product = 0; product < this.interest.size(); product++) {
			double value = this.interest.get(product).valueAt(now, this.decay);
			if (value > 0) {
				top.offer(product, value);
			}
		}
		return top;
	}

}
