package dev.clickpath.edge.proxying;

import java.util.Set;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.encoding.Compressors;
import dev.clickpath.edge.encoding.ContentCoding;
import dev.clickpath.edge.store.Body;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.Representation;
import dev.clickpath.edge.store.StoredObject;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import org.jspecify.annotations.Nullable;

/**
 * Makes codings of stored bodies, away from the event loops, each once.
 */
final class Compression {

	private final Compressors compressors;

	private final ObjectStore store;

	private final WorkerExecutor workers;

	private final Flights<Job, Representation> flights = new Flights<>();

	Compression(Vertx vertx, Compressors compressors, ObjectStore store) {
		this.compressors = compressors;
		this.store = store;
		this.workers = vertx.createSharedWorkerExecutor("compression", Runtime.getRuntime().availableProcessors());
	}

	private record Job(Body body, ContentCoding coding) {
	}

	Set<ContentCoding> available() {
		return this.compressors.available();
	}

	/**
	 * The body in a coding that it has not been made in yet.
	 */
	Flights.Flight<Representation> encode(CacheKey key, StoredObject object, ContentCoding coding) {
		Job job = new Job(object.plain().body(), coding);
		Flights.Flight<Representation> flight = this.flights.join(job);
		if (flight.leads()) {
			Representation made = this.store.coding(key, object, coding);
			if (made != null) {
				this.flights.land(job, flight, made);
			}
			else {
				compress(key, object, job, flight);
			}
		}
		return flight;
	}

	private void compress(CacheKey key, StoredObject object, Job job, Flights.Flight<Representation> flight) {
		this.workers.<@Nullable Representation>executeBlocking(() -> {
			byte[] encoded = this.compressors.compress(job.coding(), job.body().copy());
			return this.store.addCoding(key, object, job.coding(), encoded);
		}, false)
			.onSuccess((made) -> this.flights.land(job, flight, (made != null) ? made : object.plain()))
			.onFailure((failure) -> this.flights.crash(job, flight, failure));
	}

}
