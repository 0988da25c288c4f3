package dev.clickpath.edge.caching;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How old a stored response is and how long it stays fresh, in whole seconds (RFC 9111,
 * section 4.2).
 *
 * @param received when the response arrived
 * @param initialAge how old it was then
 * @param lifetime how old it may become
 */
public record Freshness(Instant received, Duration initialAge, Duration lifetime) {

	/** RFC 9110, section 15.1. */
	private static final Set<Integer> HEURISTICALLY_CACHEABLE = Set.of(200, 203, 204, 300, 301, 308, 404, 405, 410, 414,
			501);

	/** A tenth of the time since the last change, as RFC 9111, section 4.2.2 suggests. */
	private static final int HEURISTIC_FRACTION = 10;

	private static final Duration MOST_HEURISTIC = Duration.ofDays(1);

	/**
	 * Works out age and lifetime of a response.
	 * @param asked when the request for it was sent
	 * @param received when it arrived
	 */
	public static Freshness of(int status, Fields fields, Instant asked, Instant received) {
		Instant date = HttpDate.parse(fields.first("Date"));
		return new Freshness(received, initialAge(fields, date, asked, received),
				lifetime(status, fields, (date != null) ? date : received));
	}

	/**
	 * {@code corrected_initial_age = max(apparent_age, age_value + response_delay)}
	 * (section 4.2.3).
	 */
	private static Duration initialAge(Fields fields, @Nullable Instant date, Instant asked, Instant received) {
		String age = fields.first("Age");
		long ageValue = (age != null) ? CacheControl.deltaSeconds(age.strip()) : 0;
		long responseDelay = Duration.between(asked, received).toSeconds();
		long apparentAge = (date != null) ? received.getEpochSecond() - date.getEpochSecond() : 0;
		return Duration.ofSeconds(Math.max(Math.max(0, apparentAge), ageValue + responseDelay));
	}

	/** Section 4.2.1: the first of these that is there counts. */
	private static Duration lifetime(int status, Fields fields, Instant date) {
		CacheControl cacheControl = CacheControl.of(fields);
		Duration shared = cacheControl.seconds("s-maxage");
		if (shared != null) {
			return shared;
		}
		Duration maxAge = cacheControl.seconds("max-age");
		if (maxAge != null) {
			return maxAge;
		}
		String expires = fields.first("Expires");
		if (expires != null) {
			Instant expiry = HttpDate.parse(expires.strip());
			// A date that cannot be read, "0" above all, is one that has passed (section
			// 5.3).
			return (expiry != null && expiry.isAfter(date)) ? Duration.between(date, expiry) : Duration.ZERO;
		}
		return heuristicLifetime(status, fields, date);
	}

	/** Section 4.2.2. */
	private static Duration heuristicLifetime(int status, Fields fields, Instant date) {
		Instant lastModified = HttpDate.parse(fields.first("Last-Modified"));
		if (lastModified == null || lastModified.isAfter(date) || !HEURISTICALLY_CACHEABLE.contains(status)) {
			return Duration.ZERO;
		}
		Duration tenth = Duration.between(lastModified, date).dividedBy(HEURISTIC_FRACTION);
		return (tenth.compareTo(MOST_HEURISTIC) < 0) ? tenth : MOST_HEURISTIC;
	}

	/** {@code current_age = corrected_initial_age + resident_time} (section 4.2.3). */
	public Duration age(Instant now) {
		long residentTime = Math.max(0, Duration.between(this.received, now).toSeconds());
		return this.initialAge.plusSeconds(residentTime);
	}

	/**
	 * What is left of the lifetime; negative once it is over.
	 */
	public Duration timeToLive(Instant now) {
		return this.lifetime.minus(age(now));
	}

	/** {@code response_is_fresh = (freshness_lifetime > current_age)} (section 4.2). */
	public boolean isFresh(Instant now) {
		return timeToLive(now).isPositive();
	}

	/**
	 * Whether the lifetime has been over for less than this.
	 */
	boolean isStaleByLessThan(@Nullable Duration window, Instant now) {
		return window != null && timeToLive(now).plus(window).isPositive();
	}

}
