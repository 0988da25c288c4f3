package dev.clickpath.edge.caching;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Decides what is stored and what the store may answer. It is the cautious reading of RFC
 * 9111 for a shared cache: where the RFC leaves a choice, it does not store and does not
 * serve stale.
 */
public final class CachePolicy {

	/** Final statuses whose caching this cache understands (RFC 9111, section 3). */
	private static final Set<Integer> UNDERSTOOD = Set.of(200, 203, 204, 300, 301, 302, 307, 308, 404, 405, 410, 414,
			501);

	/** Errors that stand for "no answer" (RFC 5861, section 4). */
	private static final Set<Integer> ORIGIN_ERRORS = Set.of(500, 502, 503, 504);

	private final InstantSource clock;

	public CachePolicy(InstantSource clock) {
		this.clock = clock;
	}

	/**
	 * The one decision.
	 * @param stored the newest stored response whose selecting fields match, or null
	 * @param missing why the origin is asked when there is none
	 */
	public CacheDecision decide(CachingRequest request, @Nullable StoredResponse stored, ForwardReason missing) {
		if (!request.isGetOrHead()) {
			return new CacheDecision.PassThrough(ForwardReason.METHOD);
		}
		CacheControl wishes = wishes(request.fields());
		if (isNotForCaches(request) || wishes.has("no-store")) {
			return new CacheDecision.PassThrough(ForwardReason.BYPASS);
		}
		if (stored == null) {
			return withoutStored(request, wishes, missing);
		}
		return withStored(request, wishes, stored);
	}

	/**
	 * Whether a response may be stored (RFC 9111, section 3).
	 */
	public boolean mayStore(CachingRequest request, StoredResponse response) {
		CacheControl directives = response.cacheControl();
		if (!request.isGet() || isNotForCaches(request) || wishes(request.fields()).has("no-store")) {
			return false;
		}
		if (!UNDERSTOOD.contains(response.status()) || directives.has("no-store") || directives.has("private")) {
			return false;
		}
		FieldList fields = response.fields();
		if (fields.has("Set-Cookie") || fields.has("Content-Range")
				|| ListParser.elements(fields.all("Vary")).contains("*")) {
			return false;
		}
		// What is never fresh is worth keeping only if it can be validated.
		return response.freshness().isFresh(this.clock.instant()) || !response.validators().isEmpty();
	}

	/**
	 * Whether a stored response may stand in for an origin that cannot answer (RFC 5861,
	 * section 4; never past RFC 9111, section 4.2.4).
	 */
	public boolean mayServeOnError(StoredResponse stored) {
		Instant now = this.clock.instant();
		return !stored.forbidsStale()
				&& stored.freshness().isStaleByLessThan(stored.cacheControl().seconds("stale-if-error"), now);
	}

	public boolean isOriginError(int status) {
		return ORIGIN_ERRORS.contains(status);
	}

	private CacheDecision withoutStored(CachingRequest request, CacheControl wishes, ForwardReason missing) {
		if (wishes.has("only-if-cached")) {
			return new CacheDecision.Refuse();
		}
		return request.isGet() ? new CacheDecision.Fetch(missing) : new CacheDecision.PassThrough(missing);
	}

	private CacheDecision withStored(CachingRequest request, CacheControl wishes, StoredResponse stored) {
		Instant now = this.clock.instant();
		Freshness freshness = stored.freshness();
		Duration timeToLive = freshness.timeToLive(now);
		boolean usable = timeToLive.isPositive() && !stored.cacheControl().has("no-cache");
		if (usable && satisfies(wishes, freshness, now)) {
			return new CacheDecision.Hit(stored, timeToLive);
		}
		if (wishes.has("only-if-cached")) {
			return new CacheDecision.Refuse();
		}
		if (!usable && satisfies(wishes, freshness, now) && mayServeWhileRevalidating(stored, now)) {
			return new CacheDecision.ServeStaleAndRefresh(stored, timeToLive);
		}
		ForwardReason reason = usable ? ForwardReason.REQUEST : ForwardReason.STALE;
		if (!request.isGet()) {
			return new CacheDecision.PassThrough(reason);
		}
		return stored.validators().isEmpty() ? new CacheDecision.Fetch(reason)
				: new CacheDecision.Revalidate(stored, reason);
	}

	private static boolean mayServeWhileRevalidating(StoredResponse stored, Instant now) {
		return !stored.forbidsStale()
				&& stored.freshness().isStaleByLessThan(stored.cacheControl().seconds("stale-while-revalidate"), now);
	}

	/**
	 * RFC 9111, sections 5.2.1.1 (max-age), 5.2.1.3 (min-fresh) and 5.2.1.4 (no-cache).
	 */
	private static boolean satisfies(CacheControl wishes, Freshness freshness, Instant now) {
		if (wishes.directives().isEmpty()) {
			return true;
		}
		Duration maxAge = wishes.seconds("max-age");
		Duration minFresh = wishes.seconds("min-fresh");
		return !wishes.has("no-cache") && (maxAge == null || freshness.age(now).compareTo(maxAge) <= 0)
				&& (minFresh == null || freshness.timeToLive(now).compareTo(minFresh) >= 0);
	}

	/**
	 * {@code Pragma} counts where there is no {@code Cache-Control} (RFC 9111, section
	 * 5.4).
	 */
	private static CacheControl wishes(Fields request) {
		CacheControl cacheControl = CacheControl.of(request);
		if (cacheControl.directives().isEmpty() && request.has("Pragma")) {
			return CacheControl.of((name) -> request.all("Pragma"));
		}
		return cacheControl;
	}

	/**
	 * A body, credentials (RFC 9111, section 3.5) and conditions that only an origin can
	 * judge (section 4.3.2) keep the store out of it.
	 */
	private static boolean isNotForCaches(CachingRequest request) {
		Fields fields = request.fields();
		return request.hasBody() || fields.has("Authorization") || fields.has("If-Match")
				|| fields.has("If-Unmodified-Since");
	}

}
