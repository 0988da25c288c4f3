package dev.clickpath.edge.proxying;

import java.time.InstantSource;
import java.util.function.Consumer;

import dev.clickpath.edge.caching.CacheStatus;
import dev.clickpath.edge.caching.Fields;
import dev.clickpath.edge.store.StoredObject;
import io.vertx.core.Vertx;
import org.jspecify.annotations.Nullable;

/**
 * The client who asked first: it need not wait until all of a long body is there.
 */
final class Onlooker implements Consumer<Arrival> {

	/** What has not come by then is sent on as it comes, plain. */
	private static final long PATIENCE_MILLIS = 25;

	private final Vertx vertx;

	private final PassThrough passThrough;

	private final InstantSource clock;

	private final Exchange exchange;

	private final CacheStatus status;

	private @Nullable StreamedAnswer answer;

	Onlooker(Vertx vertx, PassThrough passThrough, InstantSource clock, Exchange exchange, CacheStatus status) {
		this.vertx = vertx;
		this.passThrough = passThrough;
		this.clock = clock;
		this.exchange = exchange;
		this.status = status;
	}

	@Override
	public void accept(Arrival arrival) {
		if (!arrival.whole().isComplete() && !arrival.response().isPartial() && takesWhole()) {
			this.vertx.setTimer(PATIENCE_MILLIS, (now) -> {
				if (this.answer == null && !arrival.whole().isComplete() && !this.exchange.response().closed()) {
					begin(arrival);
				}
			});
		}
	}

	/** Conditions and ranges are judged by what the body turns out to be. */
	private boolean takesWhole() {
		Fields fields = this.exchange.fields();
		return !fields.has("Range") && !fields.has("If-None-Match") && !fields.has("If-Modified-Since");
	}

	private void begin(Arrival arrival) {
		OriginAnswer origin = arrival.answer();
		long timeToLive = arrival.response().freshness().timeToLive(this.clock.instant());
		this.passThrough.setHead(this.exchange, origin,
				this.status.answered(origin.status()).storedFor(timeToLive, true));
		if (origin.announcedLength() >= 0) {
			this.exchange.response().putHeader("Content-Length", Long.toString(origin.announcedLength()));
		}
		this.answer = new StreamedAnswer(this.exchange, arrival);
		this.answer.begin();
	}

	/**
	 * Whether the answer is under way.
	 */
	boolean hasBegun(Fetched fetched) {
		StoredObject object = fetched.object();
		if (this.answer != null && object != null && object.retain()) {
			this.answer.done().onComplete((done) -> object.release());
		}
		return this.answer != null;
	}

}
