package dev.clickpath.recommendation.visitor;

import java.util.LinkedHashMap;
import java.util.List;

import dev.clickpath.recommendation.events.HistoryChange;
import org.jspecify.annotations.Nullable;

/**
 * What the visitors that were here last do not want to be shown. As long as all fit,
 * nothing is kept of those who want to see everything; once one had to go, who is not
 * here may be anybody.
 */
final class LatestDismissals {

	private final LinkedHashMap<String, List<String>> byVisitor = new LinkedHashMap<>(16, 0.75f, true);

	private final int limit;

	private boolean all = true;

	/**
	 * @param limit how many visitors are remembered
	 */
	LatestDismissals(int limit) {
		this.limit = limit;
	}

	/**
	 * The products the visitor does not want to see, or null when that is not known here.
	 */
	synchronized @Nullable List<String> of(String visitor) {
		List<String> known = this.byVisitor.get(visitor);
		return (known == null && this.all) ? List.of() : known;
	}

	/**
	 * Remembers what is so from now on.
	 */
	synchronized void put(HistoryChange change) {
		if (this.all && change.dismissed().isEmpty()) {
			this.byVisitor.remove(change.visitor());
		}
		else {
			put(change.visitor(), change.dismissed());
		}
	}

	/**
	 * Remembers what was read.
	 * @return what is so now: a change may have come meanwhile
	 */
	synchronized List<String> complete(String visitor, List<String> read) {
		List<String> known = this.byVisitor.get(visitor);
		if (known != null) {
			return known;
		}
		put(visitor, read);
		return read;
	}

	private void put(String visitor, List<String> dismissed) {
		this.byVisitor.put(visitor, dismissed);
		if (this.byVisitor.size() > this.limit) {
			this.byVisitor.pollFirstEntry();
			this.all = false;
		}
	}

}
