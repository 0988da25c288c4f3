package dev.clickpath.recommendation.visitor;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import dev.clickpath.recommendation.model.Model;
import dev.clickpath.recommendation.reason.Reason;
import dev.clickpath.recommendation.reason.Reason.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Picks products for a visitor: what their history speaks for, and as long as that does
 * not fill the list, what is like it or trending; nothing they have met or do not want.
 */
final class Picks {

	/** More of a history than is ever remembered. */
	static final int WHOLE = 10_000;

	private final Model model;

	private final String visitor;

	private final @Nullable String region;

	private final Set<String> dismissed;

	Picks(Model model, String visitor, @Nullable String region, Collection<String> dismissed) {
		this.model = model;
		this.visitor = visitor;
		this.region = region;
		this.dismissed = Set.copyOf(dismissed);
	}

	List<Pick> best(int limit) {
		Set<String> wanted = Set.copyOf(this.model.trail(this.visitor, WHOLE).wanted());
		return this.model.recommendations(this.visitor, this.region, limit + this.dismissed.size())
			.stream()
			.filter((each) -> !this.dismissed.contains(each.id()))
			.limit(limit)
			.map((each) -> new Pick(each.id(), each.score(), each.because(), reason(each.because(), wanted)))
			.toList();
	}

	private static Reason reason(@Nullable String because, Set<String> wanted) {
		if (because == null) {
			return new Reason(Kind.TRENDING, null);
		}
		return new Reason(wanted.contains(because) ? Kind.BECAUSE_YOU_CHOSE : Kind.BECAUSE_YOU_VIEWED, because);
	}

}
