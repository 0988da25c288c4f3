package dev.clickpath.edge.caching;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How a stored representation answers a request: whole, by parts, or by telling the
 * client that it already has it.
 */
public sealed interface Answer {

	/** All of it. */
	record Whole() implements Answer {
	}

	/**
	 * The client's copy is the current one.
	 *
	 * @param entityTag the tag of the client's copy, or null when it was judged by its
	 * date
	 */
	record NotModified(@Nullable EntityTag entityTag) implements Answer {
	}

	/**
	 * Some of it: one part, or several in one message (RFC 9110, section 15.3.7).
	 *
	 * @param parts what is asked for, in the order asked for
	 */
	record Parts(List<Part> parts) implements Answer {
	}

	/**
	 * One part.
	 *
	 * @param first the first octet's position
	 * @param length how many octets
	 */
	record Part(long first, long length) {

		long end() {
			return this.first + this.length;
		}

	}

	/** No octet of what was asked exists. */
	record Unsatisfiable() implements Answer {
	}

	/** What is stored is only a part, and not the one that is asked for. */
	record Incomplete() implements Answer {
	}

	Whole WHOLE = new Whole();

	/** More ranges than a reader of documents needs are an attack (section 17.15). */
	int MOST_RANGES = 16;

	/**
	 * Chooses the answer: conditions first, then ranges (RFC 9110, section 13.2.2).
	 * @param status of the stored response; other than 200 and 206 it answers whole
	 * @param validators of the representation, in the coding that will be sent
	 * @param content which octets of the representation are stored
	 */
	static Answer to(CachingRequest request, int status, Validators validators, ContentRange content) {
		boolean judged = (request.isGet() || request.isHead()) && (status == 200 || status == 206);
		if (!judged) {
			return WHOLE;
		}
		NotModified notModified = notModified(request.fields(), validators);
		if (notModified != null) {
			return notModified;
		}
		List<ByteRange> ranges = request.ranges();
		if (ranges.isEmpty() || !validators.satisfyIfRange(request.fields().first("If-Range"))) {
			return content.isWhole() ? WHOLE : new Incomplete();
		}
		return parts(ranges, content);
	}

	/**
	 * {@code If-Modified-Since} counts only without {@code If-None-Match} (section
	 * 13.1.3).
	 */
	private static @Nullable NotModified notModified(Fields request, Validators validators) {
		String noneMatch = request.joined("If-None-Match");
		if (noneMatch != null) {
			return validators.matching(noneMatch);
		}
		List<String> modifiedSince = request.all("If-Modified-Since");
		Instant since = (modifiedSince.size() == 1) ? HttpDate.parse(modifiedSince.getFirst()) : null;
		boolean current = since != null && !validators.modifiedAfter(since);
		return current ? new NotModified(validators.entityTag()) : null;
	}

	private static Answer parts(List<ByteRange> ranges, ContentRange content) {
		if (content.complete() < 0) {
			// Of a whole whose length is not known only plain positions can be found.
			boolean found = ranges.stream()
				.allMatch((range) -> range.isAbsolute() && content.covers(range.first(), range.last() + 1));
			if (!found) {
				return new Incomplete();
			}
		}
		long complete = (content.complete() >= 0) ? content.complete() : Long.MAX_VALUE;
		List<Part> parts = new ArrayList<>();
		for (ByteRange range : ranges) {
			long from = range.from(complete);
			long to = range.to(complete);
			if (from < to) {
				parts.add(new Part(from, to - from));
			}
		}
		if (parts.isEmpty()) {
			return new Unsatisfiable();
		}
		if (!parts.stream().allMatch((part) -> content.covers(part.first(), part.end()))) {
			return new Incomplete();
		}
		if (isWasteful(parts)) {
			return content.isWhole() ? WHOLE : new Incomplete();
		}
		return new Parts(List.copyOf(parts));
	}

	/** Too many, or overlapping: the whole is the smaller answer (section 14.2). */
	private static boolean isWasteful(List<Part> parts) {
		if (parts.size() > MOST_RANGES) {
			return true;
		}
		List<Part> ordered = parts.stream().sorted(Comparator.comparingLong(Part::first)).toList();
		for (int i = 1; i < ordered.size(); i++) {
			if (ordered.get(i).first() < ordered.get(i - 1).end()) {
				return true;
			}
		}
		return false;
	}

}
