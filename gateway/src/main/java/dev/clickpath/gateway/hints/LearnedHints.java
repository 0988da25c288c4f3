package dev.clickpath.gateway.hints;

import java.util.List;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * What pages of a kind asked for last. Pages whose paths begin with the same segment are
 * of a kind: one template made them. With TLS they are of another kind than without,
 * since what they need has other addresses then. The newest answer counts alone, so a new
 * release's assets take the place of the old ones at once.
 */
final class LearnedHints {

	private static final int MOST_KINDS = 500;

	/** More would delay what matters. */
	private static final int MOST_LINKS = 8;

	private final Cache<Kind, List<String>> links = Caffeine.newBuilder().maximumSize(MOST_KINDS).build();

	/**
	 * Takes notice of an answer.
	 * @param scheme what its client speaks
	 * @param lines its {@code Link} fields
	 */
	void learn(String scheme, String path, List<String> lines) {
		List<String> early = LinkField.early(lines);
		Kind kind = Kind.of(scheme, path);
		if (early.isEmpty()) {
			this.links.invalidate(kind);
		}
		else {
			this.links.put(kind, List.copyOf(early.subList(0, Math.min(early.size(), MOST_LINKS))));
		}
	}

	/**
	 * What a page will probably need.
	 */
	List<String> of(String scheme, String path) {
		return Objects.requireNonNullElse(this.links.getIfPresent(Kind.of(scheme, path)), List.of());
	}

	private record Kind(String scheme, String beginning) {

		static Kind of(String scheme, String path) {
			int end = path.indexOf('/', 1);
			return new Kind(scheme, (end < 0) ? path : path.substring(0, end));
		}

	}

}
