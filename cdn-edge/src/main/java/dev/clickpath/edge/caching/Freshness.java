package dev.clickpath.edge.caching;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How old a stored response is and how long it stays fresh, in whole seconds (RFC 9111,
 * section 4.2).
 *
 * @param received when the response arrived
 * @param initialAge how old it was then
 * @param lifetime how old it may become
 * @param explicit whether the origin itself said how old
 */
public record Freshness(Instant received, Duration initialAge, Duration lifetime, boolean explicit) {

	/** A tenth of the time since the last change, as RFC 9111, section 4.2.2 suggests. */
	private static final int HEURISTIC_FRACTION = 10;

	private static final Duration MOST_HEURISTIC = Duration.ofDays(1);

	private static final int CLIENT_ERROR = 400;

	/**
	 * Works out age and lifetime of a response.
	 * @param directives what it says to this cache
	 * @param asked when the request for it was sent
	 * @param received when it arrived
	 * @param negativeLifetime of an error that says nothing of it
	 */
	static Freshness of(int status, Fields fields, CacheControl directives, Instant asked, Instant received,
			Duration negativeLifetime) {
		Instant date = HttpDate.parse(fields.first("Date"));
		Duration initialAge = initialAge(fields, date, asked, received);
		Duration explicit = explicitLifetime(fields, directives, (date != null) ? date : received);
		if (explicit != null) {
			return new Freshness(received, initialAge, explicit, true);
		}
		Duration heuristic = heuristicLifetime(status, fields, directives, (date != null) ? date : received);
		boolean negative = status >= CLIENT_ERROR && Statuses.isHeuristicallyCacheable(status);
		Duration lifetime = (negative && negativeLifetime.compareTo(heuristic) > 0) ? negativeLifetime : heuristic;
		return new Freshness(received, initialAge, lifetime, false);
	}

	/**
	 * {@code corrected_initial_age = max(apparent_age, age_value + response_delay)}
	 * (section 4.2.3).
	 */
	private static Duration initialAge(Fields fields, @Nullable Instant date, Instant asked, Instant received) {
		long responseDelay = Math.max(0, Duration.between(asked, received).toSeconds());
		long apparentAge = (date != null) ? received.getEpochSecond() - date.getEpochSecond() : 0;
		return Duration.ofSeconds(Math.max(Math.max(0, apparentAge), ageValue(fields) + responseDelay));
	}

	/** The first member counts, and none that is no number (section 5.1). */
	private static long ageValue(Fields fields) {
		List<String> ages = ListParser.elements(fields.all("Age"));
		return ages.isEmpty() ? 0 : CacheControl.deltaSeconds(ages.getFirst());
	}

	/**
	 * The first of these that is there counts (section 4.2.1); one that cannot be read
	 * means that the response is stale.
	 */
	private static @Nullable Duration explicitLifetime(Fields fields, CacheControl directives, Instant date) {
		Duration shared = directives.seconds("s-maxage");
		if (shared != null) {
			return shared;
		}
		Duration maxAge = directives.seconds("max-age");
		if (maxAge != null || directives.targeted()) {
			return maxAge;
		}
		List<String> expires = fields.all("Expires");
		if (expires.isEmpty()) {
			return null;
		}
		// A date that cannot be read, "0" above all, is one that has passed (section
		// 5.3).
		Instant expiry = (expires.stream().distinct().count() == 1) ? HttpDate.parse(expires.getFirst()) : null;
		return (expiry != null && expiry.isAfter(date)) ? Duration.between(date, expiry) : Duration.ZERO;
	}

	/**
	 * Section 4.2.2: for statuses that allow it, and for all that are {@code public}.
	 */
	private static Duration heuristicLifetime(int status, Fields fields, CacheControl directives, Instant date) {
		Instant lastModified = HttpDate.parse(fields.first("Last-Modified"));
		boolean allowed = Statuses.isHeuristicallyCacheable(status) || directives.has("public");
		if (lastModified == null || lastModified.isAfter(date) || !allowed) {
			return Duration.ZERO;
		}
		Duration tenth = Duration.ofSeconds(Duration.between(lastModified, date).toSeconds() / HEURISTIC_FRACTION);
		return (tenth.compareTo(MOST_HEURISTIC) < 0) ? tenth : MOST_HEURISTIC;
	}

	/**
	 * The same age, and a lifetime that is over from now on, if it was not before: how
	 * long it has been over counts for stale responses (RFC 5861).
	 */
	Freshness endedBy(Instant now) {
		Duration age = Duration.ofSeconds(age(now));
		return isFresh(now) ? new Freshness(this.received, this.initialAge, age, this.explicit) : this;
	}

	/**
	 * The same lifetime, beginning anew.
	 */
	Freshness renewed(Instant now) {
		return new Freshness(now, Duration.ZERO, this.lifetime, this.explicit);
	}

	/** {@code current_age = corrected_initial_age + resident_time} (section 4.2.3). */
	public long age(Instant now) {
		return this.initialAge.toSeconds() + Math.max(0, Duration.between(this.received, now).toSeconds());
	}

	/**
	 * What is left of the lifetime, in seconds; negative once it is over.
	 */
	public long timeToLive(Instant now) {
		return this.lifetime.toSeconds() - age(now);
	}

	/** {@code response_is_fresh = (freshness_lifetime > current_age)} (section 4.2). */
	public boolean isFresh(Instant now) {
		return timeToLive(now) > 0;
	}

	/**
	 * Whether the lifetime has been over for no longer than this.
	 */
	boolean isStaleByAtMost(Duration window, Instant now) {
		return timeToLive(now) + window.toSeconds() > 0;
	}

}
