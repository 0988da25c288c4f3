package dev.clickpath.edge.proxying;

import java.util.List;
import java.util.function.Consumer;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.disk.DiskTier;
import dev.clickpath.edge.disk.Recalled;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.StoredObject;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;

/**
 * Brings back from disk what memory no longer has, away from the event loops, and once
 * for all who ask for it at the same time.
 */
final class DiskRecall {

	private static final int WORKERS = 2;

	private final DiskTier disk;

	private final ObjectStore store;

	private final WorkerExecutor workers;

	private final Flights<CacheKey, List<Recalled>> flights = new Flights<>();

	DiskRecall(Vertx vertx, DiskTier disk, ObjectStore store) {
		this.disk = disk;
		this.store = store;
		this.workers = vertx.createSharedWorkerExecutor("disk", WORKERS);
	}

	/**
	 * Whether there may be something to bring back.
	 */
	boolean knows(Exchange exchange) {
		return (exchange.caching().isGet() || exchange.caching().isHead()) && this.disk.has(exchange.key());
	}

	/**
	 * Brings back what is stored for an exchange, and goes on with it on its event loop.
	 * @param then is told what there is; it stays only until that returns, unless held on
	 * to
	 */
	void bring(Exchange exchange, Consumer<ObjectStore.Lookup> then) {
		Flights.Flight<List<Recalled>> flight = this.flights.join(exchange.key());
		flight.whenLanded((recalled, failure) -> {
			// Held on to now, while whoever brings it still does.
			List<Recalled> held = (failure == null) ? recalled.stream().filter((one) -> one.object().retain()).toList()
					: List.of();
			exchange.run(() -> {
				try {
					then.accept(find(exchange, held));
				}
				finally {
					release(held);
				}
			});
		});
		if (flight.leads()) {
			this.workers.executeBlocking(() -> this.disk.recall(exchange.key()), false).onSuccess((recalled) -> {
				this.flights.land(exchange.key(), flight, recalled);
				release(recalled);
			}).onFailure((failure) -> this.flights.crash(exchange.key(), flight, failure));
		}
	}

	/** Memory may have let go of it again already, or have something newer. */
	private ObjectStore.Lookup find(Exchange exchange, List<Recalled> recalled) {
		ObjectStore.Lookup found = this.store.find(exchange.key(), exchange.fields());
		if (!found.isNothing()) {
			return found;
		}
		List<StoredObject> objects = recalled.stream().filter(Recalled::isCurrent).map(Recalled::object).toList();
		return this.store.find(objects, exchange.fields());
	}

	private static void release(List<Recalled> recalled) {
		recalled.forEach((one) -> one.object().release());
	}

	/**
	 * Counts an answer from disk.
	 */
	void answered() {
		this.disk.answered();
	}

}
