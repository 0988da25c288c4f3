package dev.clickpath.edge.proxying;

import java.time.InstantSource;
import java.util.function.Consumer;

import dev.clickpath.edge.caching.Answer;
import dev.clickpath.edge.caching.CacheDecision;
import dev.clickpath.edge.caching.CachePolicy;
import dev.clickpath.edge.caching.CacheStatus;
import dev.clickpath.edge.caching.ForwardReason;
import dev.clickpath.edge.caching.PurgeLog;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.StoredObject;
import org.jspecify.annotations.Nullable;

/**
 * Answers each of those who waited for the same with what came of it, or sends them on
 * where it is not for them.
 */
final class Delivery {

	private final CachePolicy policy;

	private final ObjectStore store;

	private final PassThrough passThrough;

	private final Responder responder;

	private final InstantSource clock;

	private final EdgeMetrics metrics;

	Delivery(CachePolicy policy, ObjectStore store, PassThrough passThrough, Responder responder, InstantSource clock,
			EdgeMetrics metrics) {
		this.policy = policy;
		this.store = store;
		this.passThrough = passThrough;
		this.responder = responder;
		this.clock = clock;
		this.metrics = metrics;
	}

	/**
	 * The outcome of a flight for one who waited.
	 * @param onlooker the leader's, who may have begun to answer already; null for others
	 * @param again where the exchange goes on when the outcome is not for it
	 */
	void deliver(Exchange exchange, ForwardReason reason, Fetched fetched, @Nullable Onlooker onlooker,
			Consumer<Exchange> again) {
		boolean leads = onlooker != null;
		if (onlooker != null && onlooker.hasBegun(fetched)) {
			return;
		}
		CacheStatus forwarded = CacheStatus.forwarded(reason);
		CacheStatus status = leads ? forwarded : forwarded.asCollapsed();
		switch (fetched) {
			// A purge may have come since it was stored, and this client after the purge.
			case Fetched.Stored stored when !leads
					&& !(isCurrent(exchange, stored.object()) && mayAnswer(stored.object(), exchange)) ->
				again.accept(exchange);
			// What has to be validated is asked for by each.
			case Fetched.Stored stored when !leads && !mayReuse(stored.object(), exchange, reason) ->
				this.passThrough.forward(exchange, reason);
			case Fetched.Stored stored ->
				this.responder.send(exchange, stored.object(), told(status, stored), leads ? stored.answer() : null);
			case Fetched.Found found when !isCurrent(exchange, found.object()) || !mayAnswer(found.object(), exchange)
					|| !mayReuse(found.object(), exchange, reason) ->
				again.accept(exchange);
			case Fetched.Found found ->
				this.responder.send(exchange, found.object(), CacheStatus.hit(timeToLive(found.object())), null);
			// Who came after the purge that it has not survived asks for himself.
			case Fetched.StandIn standIn when !leads && isGone(exchange, standIn.object()) -> again.accept(exchange);
			case Fetched.StandIn standIn when !mayStandIn(standIn.object(), exchange) ->
				fail(exchange, Problem.of(502, "The origin cannot be reached or did not answer properly"));
			case Fetched.StandIn standIn -> {
				CacheStatus answered = (standIn.status() != null) ? status.answered(standIn.status()) : status;
				this.responder.send(exchange, standIn.object(), answered.servedStale(timeToLive(standIn.object())),
						null);
			}
			case Fetched.Own own when leads ->
				this.responder.send(exchange, own.object(), status.answered(own.answer().status()), own.answer());
			case Fetched.Unstorable unstorable when leads -> this.passThrough.deliver(exchange, unstorable.answer(),
					unstorable.arrival(), status.answered(unstorable.answer().status()));
			// What is not for all is asked for by each.
			case Fetched.Own _, Fetched.Unstorable _ -> this.passThrough.forward(exchange, reason);
			case Fetched.Failed failed -> {
				exchange.response().putHeader(CacheStatus.FIELD, status.withKey(exchange.key()));
				fail(exchange, failed.problem());
			}
		}
	}

	private void fail(Exchange exchange, Problem problem) {
		this.metrics.failed();
		exchange.fail(problem);
	}

	private boolean isCurrent(Exchange exchange, StoredObject object) {
		return this.store.verdict(exchange.key(), object) == PurgeLog.Verdict.VALID;
	}

	private boolean isGone(Exchange exchange, StoredObject object) {
		return this.store.verdict(exchange.key(), object) == PurgeLog.Verdict.GONE;
	}

	/** Those who waited may have asked with other fields than the one who fetched. */
	private boolean mayAnswer(StoredObject object, Exchange exchange) {
		boolean selected = object.response().selecting().match(exchange.fields());
		boolean credentials = !exchange.fields().has("Authorization") || object.response().allowsCredentials();
		return selected && credentials && !(Answer.to(exchange.caching(), object.response().status(),
				object.plain().validators(), object.plain().content()) instanceof Answer.Incomplete);
	}

	/** RFC 9111, section 4: fresh, or stale where that is allowed. */
	private boolean mayReuse(StoredObject object, Exchange exchange, ForwardReason reason) {
		CacheDecision decision = this.policy.decide(exchange.caching(), object.response(), reason);
		return decision instanceof CacheDecision.Hit || decision instanceof CacheDecision.ServeStaleAndRefresh;
	}

	/** What one client takes stale, another may not. */
	private boolean mayStandIn(StoredObject object, Exchange exchange) {
		return mayAnswer(object, exchange) && this.policy.mayServeOnError(exchange.caching(), object.response());
	}

	private CacheStatus told(CacheStatus status, Fetched.Stored stored) {
		CacheStatus answered = status.answered(stored.answer().status());
		return stored.current() ? answered.storedFor(timeToLive(stored.object()), stored.answer().status() != 304)
				: answered;
	}

	private long timeToLive(StoredObject object) {
		return object.response().freshness().timeToLive(this.clock.instant());
	}

}
