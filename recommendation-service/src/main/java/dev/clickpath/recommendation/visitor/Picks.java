package dev.clickpath.recommendation.visitor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.clickpath.recommendation.model.Model;
import dev.clickpath.recommendation.model.Recommendation;
import dev.clickpath.recommendation.model.Scored;
import dev.clickpath.recommendation.model.Trail;
import dev.clickpath.recommendation.reason.Reason;
import dev.clickpath.recommendation.reason.Reason.Kind;

/**
 * Picks products for a visitor: what their history speaks for, and as long as that does
 * not fill the list, what is trending; nothing they have met or do not want.
 */
final class Picks {

	/** More of a history than is ever remembered. */
	static final int WHOLE = 10_000;

	private final Model model;

	private final String visitor;

	private final Set<String> dismissed;

	Picks(Model model, String visitor, Collection<String> dismissed) {
		this.model = model;
		this.visitor = visitor;
		this.dismissed = Set.copyOf(dismissed);
	}

	List<Pick> best(int limit) {
		Trail trail = this.model.trail(this.visitor, WHOLE);
		Set<String> wanted = Set.copyOf(trail.wanted());
		List<Pick> picks = new ArrayList<>();
		Set<String> seen = new HashSet<>(this.dismissed);
		for (Recommendation each : this.model.recommendations(this.visitor, limit + this.dismissed.size())) {
			if (picks.size() < limit && seen.add(each.id())) {
				Kind kind = wanted.contains(each.because()) ? Kind.BECAUSE_YOU_CHOSE : Kind.BECAUSE_YOU_VIEWED;
				picks.add(new Pick(each.id(), each.score(), each.because(), new Reason(kind, each.because())));
			}
		}
		seen.addAll(trail.viewed());
		seen.addAll(wanted);
		if (picks.size() < limit) {
			fill(picks, seen, limit);
		}
		return picks;
	}

	private void fill(List<Pick> picks, Set<String> seen, int limit) {
		for (Scored each : this.model.trending(limit + seen.size())) {
			if (picks.size() < limit && seen.add(each.id())) {
				picks.add(new Pick(each.id(), each.score(), null, new Reason(Kind.TRENDING, null)));
			}
		}
	}

}
