package dev.clickpath.edge.caching;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a stored representation answers a request: whole, by a part, or by telling the
 * client that it already has it.
 */
public sealed interface Answer {

	/** All of it. */
	record Whole() implements Answer {
	}

	/** The client's copy is the current one. */
	record NotModified() implements Answer {
	}

	/**
	 * One part.
	 *
	 * @param first the first octet's position
	 * @param length how many octets
	 */
	record Part(long first, long length) implements Answer {
	}

	/** No octet of what was asked exists. */
	record Unsatisfiable() implements Answer {
	}

	Whole WHOLE = new Whole();

	/**
	 * Chooses the answer: conditions first, then ranges (RFC 9110, section 13.2.2).
	 * @param validators of the representation, in the coding that will be sent
	 * @param length of its body
	 */
	static Answer to(CachingRequest request, int status, StoredResponse.Validators validators, long length) {
		if (status != 200) {
			return WHOLE;
		}
		if (isNotModified(request.fields(), validators)) {
			return new NotModified();
		}
		String range = request.isGet() ? request.fields().first("Range") : null;
		if (range == null || !isRangeOf(request.fields().first("If-Range"), validators)) {
			return WHOLE;
		}
		return ByteRange.parse(range).map((asked) -> asked.of(length)).orElse(WHOLE);
	}

	/**
	 * {@code If-Modified-Since} counts only without {@code If-None-Match} (section
	 * 13.1.3).
	 */
	private static boolean isNotModified(Fields request, StoredResponse.Validators validators) {
		String noneMatch = request.joined("If-None-Match");
		if (noneMatch != null) {
			return matchesAny(noneMatch, validators.entityTag());
		}
		List<String> modifiedSince = request.all("If-Modified-Since");
		if (modifiedSince.size() != 1 || validators.lastModified() == null) {
			return false;
		}
		Instant since = HttpDate.parse(modifiedSince.getFirst());
		return since != null && !validators.lastModified().isAfter(since);
	}

	/** Section 13.1.2, by weak comparison. */
	private static boolean matchesAny(String list, @Nullable EntityTag entityTag) {
		if (list.strip().equals("*")) {
			return true;
		}
		return entityTag != null && EntityTag.parseList(list).stream().anyMatch(entityTag::matchesWeakly);
	}

	/** Section 13.1.5: a strong tag, or exactly the date. */
	private static boolean isRangeOf(@Nullable String ifRange, StoredResponse.Validators validators) {
		if (ifRange == null) {
			return true;
		}
		EntityTag tag = EntityTag.parse(ifRange);
		if (tag != null) {
			return validators.entityTag() != null && tag.matchesStrongly(validators.entityTag());
		}
		Instant date = HttpDate.parse(ifRange);
		return date != null && date.equals(validators.lastModified());
	}

}
