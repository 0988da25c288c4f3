package dev.clickpath.edge.caching;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

import org.jspecify.annotations.Nullable;

/**
 * Decides what is stored and what the store may answer: RFC 9111 for a shared cache, with
 * RFC 5861's stale responses and RFC 9213's targeted directives.
 */
public final class CachePolicy {

	private final CacheRules rules;

	private final InstantSource clock;

	public CachePolicy(CacheRules rules, InstantSource clock) {
		this.rules = rules;
		this.clock = clock;
	}

	public CacheRules rules() {
		return this.rules;
	}

	/**
	 * The one decision.
	 * @param stored the newest stored response whose selecting fields match, or null
	 * @param missing why the origin is asked when there is none
	 */
	public CacheDecision decide(CachingRequest request, @Nullable StoredResponse stored, ForwardReason missing) {
		if (!request.isGet() && !request.isHead()) {
			return new CacheDecision.PassThrough(ForwardReason.METHOD);
		}
		CacheControl wishes = wishes(request.fields());
		if (isForTheOriginOnly(request) || wishes.has("no-store")) {
			return new CacheDecision.PassThrough(ForwardReason.BYPASS);
		}
		if (stored == null) {
			return withoutStored(request, wishes, missing);
		}
		if (request.fields().has("Authorization") && !stored.allowsCredentials()) {
			return withoutStored(request, wishes, ForwardReason.REQUEST);
		}
		return withStored(request, wishes, stored);
	}

	private CacheDecision withoutStored(CachingRequest request, CacheControl wishes, ForwardReason missing) {
		if (wishes.has("only-if-cached")) {
			return new CacheDecision.Refuse();
		}
		// An answer in several parts is not worth being stored, and a HEAD's has no body.
		boolean useful = request.isGet() && !request.hasManyRanges();
		return useful ? new CacheDecision.Fetch(missing) : new CacheDecision.PassThrough(missing);
	}

	private CacheDecision withStored(CachingRequest request, CacheControl wishes, StoredResponse stored) {
		Instant now = this.clock.instant();
		long timeToLive = stored.freshness().timeToLive(now);
		boolean fresh = timeToLive > 0 && !stored.needsValidation();
		boolean wanted = satisfies(wishes, stored.freshness(), now);
		if (fresh && wanted) {
			return canAnswer(request, stored) ? new CacheDecision.Hit(stored, timeToLive)
					: incomplete(request, wishes, stored);
		}
		if (!fresh && wanted && canAnswer(request, stored)) {
			if (takesStale(wishes, stored, now)) {
				return new CacheDecision.Hit(stored, timeToLive);
			}
			if (mayServeWhileRevalidating(stored, now) && !limitsStaleness(wishes)) {
				return new CacheDecision.ServeStaleAndRefresh(stored, timeToLive);
			}
		}
		if (wishes.has("only-if-cached")) {
			return new CacheDecision.Refuse();
		}
		return ask(request, stored, fresh ? ForwardReason.REQUEST : ForwardReason.STALE);
	}

	private static CacheDecision incomplete(CachingRequest request, CacheControl wishes, StoredResponse stored) {
		if (wishes.has("only-if-cached")) {
			return new CacheDecision.Refuse();
		}
		boolean useful = request.isGet() && !request.hasManyRanges();
		return useful ? new CacheDecision.Complete(stored) : new CacheDecision.PassThrough(ForwardReason.PARTIAL);
	}

	private static CacheDecision ask(CachingRequest request, StoredResponse stored, ForwardReason reason) {
		if (!request.isGet() || (stored.isPartial() && request.hasManyRanges())) {
			return new CacheDecision.PassThrough(reason);
		}
		return stored.isPartial() ? new CacheDecision.Fetch(reason) : new CacheDecision.Revalidate(stored, reason);
	}

	/**
	 * Whether a response, when it came, could answer others than the one it was made for,
	 * without their asking, too (RFC 9111, section 4).
	 */
	public boolean isForOthers(StoredResponse response) {
		Instant received = response.freshness().received();
		return !response.needsValidation()
				&& (response.freshness().isFresh(received) || mayServeWhileRevalidating(response, received));
	}

	/** Whether it has the octets that are asked for. */
	private static boolean canAnswer(CachingRequest request, StoredResponse stored) {
		if (stored.range() == null || request.isHead()) {
			return stored.range() == null;
		}
		return !(Answer.to(request, stored.status(), stored.validators(), stored.range()) instanceof Answer.Incomplete);
	}

	/**
	 * Whether a response may be stored (RFC 9111, section 3).
	 * @param target the address that was asked for, absolute
	 */
	public boolean mayStore(CachingRequest request, StoredResponse response, String target) {
		CacheControl directives = response.cacheControl();
		boolean understood = Statuses.isUnderstood(response.status());
		boolean mustUnderstand = directives.has("must-understand");
		if (!Statuses.mayBeStored(response.status()) || (mustUnderstand && !understood)) {
			return false;
		}
		// Who understands follows the other directives instead (section 5.2.2.3).
		if ((directives.has("no-store") && !mustUnderstand) || directives.isUnqualified("private")) {
			return false;
		}
		if (isForTheOriginOnly(request) || wishes(request.fields()).has("no-store")) {
			return false;
		}
		if (request.fields().has("Authorization") && !response.allowsCredentials()) {
			return false;
		}
		boolean fresh = response.freshness().explicit() || directives.has("public")
				|| Statuses.isHeuristicallyCacheable(response.status());
		return fresh && mayStoreMethod(request, response, target) && mayStoreFields(response)
				&& isWorthStoring(response);
	}

	/**
	 * A {@code POST}'s answer is stored only when it says that it is what a {@code GET}
	 * would get (RFC 9110, section 9.3.3).
	 */
	private boolean mayStoreMethod(CachingRequest request, StoredResponse response, String target) {
		if (request.isGet()) {
			return true;
		}
		return this.rules.bold() && request.method().equals("POST") && response.status() == 200
				&& response.freshness().explicit() && Invalidation.isSame(target, response.fields());
	}

	private boolean mayStoreFields(StoredResponse response) {
		Fields fields = response.fields();
		if ((response.isPartial() && response.range() == null)
				|| ListParser.elements(fields.all("Vary")).contains("*")) {
			return false;
		}
		// Section 7.3 leaves it to the origin; not every origin thinks of it.
		return !fields.has("Set-Cookie") || (this.rules.bold() && response.freshness().explicit());
	}

	/** What is never fresh is worth keeping only if it can be validated or stand in. */
	private boolean isWorthStoring(StoredResponse response) {
		Instant now = this.clock.instant();
		if (response.needsValidation() || !response.freshness().isFresh(now)) {
			return (!response.validators().isEmpty() && !response.isPartial())
					|| mayServeWhileRevalidating(response, now) || mayServeOnError(response);
		}
		return true;
	}

	/**
	 * Whether a stored response may stand in for an origin that cannot answer (RFC 5861,
	 * section 4; never past RFC 9111, section 4.2.4).
	 */
	public boolean mayServeOnError(StoredResponse stored) {
		Duration own = stored.cacheControl().seconds("stale-if-error");
		return !stored.forbidsStale() && !Statuses.isNoAnswer(stored.status()) && stored.freshness()
			.isStaleByAtMost((own != null) ? own : this.rules.staleIfError(), this.clock.instant());
	}

	/**
	 * The same, where a client may have said how stale it takes it (RFC 5861, section 4).
	 */
	public boolean mayServeOnError(CachingRequest request, StoredResponse stored) {
		Duration wished = CacheControl.of(request.fields()).seconds("stale-if-error");
		boolean taken = wished != null && !stored.forbidsStale()
				&& stored.freshness().isStaleByAtMost(wished, this.clock.instant());
		return (taken || mayServeOnError(stored)) && canAnswer(request, stored);
	}

	public boolean isOriginError(int status) {
		return Statuses.isNoAnswer(status);
	}

	private boolean mayServeWhileRevalidating(StoredResponse stored, Instant now) {
		Duration own = stored.cacheControl().seconds("stale-while-revalidate");
		return !stored.forbidsStale()
				&& stored.freshness().isStaleByAtMost((own != null) ? own : this.rules.staleWhileRevalidate(), now);
	}

	/**
	 * Whether the client takes nothing stale but what it says it does (RFC 9111, sections
	 * 5.2.1.1 and 5.2.1.2), or nobody is to be asked (section 5.2.1.7).
	 */
	private static boolean limitsStaleness(CacheControl wishes) {
		return wishes.has("max-age") || wishes.has("max-stale") || wishes.has("only-if-cached");
	}

	/**
	 * RFC 9111, section 5.2.1.2; without a number any staleness is taken.
	 */
	private static boolean takesStale(CacheControl wishes, StoredResponse stored, Instant now) {
		if (!wishes.has("max-stale") || stored.forbidsStale()) {
			return false;
		}
		String most = wishes.directives().getOrDefault("max-stale", "");
		return most.isEmpty() || -stored.freshness().timeToLive(now) <= CacheControl.deltaSeconds(most);
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
		return !wishes.has("no-cache") && (maxAge == null || freshness.age(now) <= maxAge.toSeconds())
				&& (minFresh == null || freshness.timeToLive(now) >= minFresh.toSeconds());
	}

	/**
	 * {@code Pragma} counts where there is no {@code Cache-Control}, and only
	 * {@code no-cache} in it (RFC 9111, section 5.4).
	 */
	private static CacheControl wishes(Fields request) {
		CacheControl cacheControl = CacheControl.of(request);
		if (cacheControl.directives().isEmpty() && request.has("Pragma")) {
			CacheControl pragma = CacheControl.of((name) -> request.all("Pragma"));
			return pragma.has("no-cache") ? pragma : cacheControl;
		}
		return cacheControl;
	}

	/**
	 * A body, and conditions that only an origin can judge (RFC 9111, section 4.3.2),
	 * keep the store out of it.
	 */
	private static boolean isForTheOriginOnly(CachingRequest request) {
		Fields fields = request.fields();
		boolean bodied = request.hasBody() && (request.isGet() || request.isHead());
		return bodied || fields.has("If-Match") || fields.has("If-Unmodified-Since");
	}

}
