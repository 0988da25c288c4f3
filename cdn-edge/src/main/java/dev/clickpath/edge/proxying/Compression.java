package dev.clickpath.edge.proxying;

import java.util.Set;

import dev.clickpath.edge.caching.CacheKey;
import dev.clickpath.edge.encoding.Compressors;
import dev.clickpath.edge.encoding.ContentCoding;
import dev.clickpath.edge.encoding.Effort;
import dev.clickpath.edge.store.Body;
import dev.clickpath.edge.store.BodyWriter;
import dev.clickpath.edge.store.ObjectStore;
import dev.clickpath.edge.store.Representation;
import dev.clickpath.edge.store.StoredObject;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Makes codings of stored bodies, away from the event loops, each once: quickly for those
 * who are the first to ask, and thoroughly, behind their backs, for those who come after.
 */
final class Compression {

	private final Compressors compressors;

	private final ObjectStore store;

	private final WorkerExecutor quick;

	private final WorkerExecutor thorough;

	private final Flights<Job, Representation> flights = new Flights<>();

	Compression(Vertx vertx, Compressors compressors, ObjectStore store) {
		this.compressors = compressors;
		this.store = store;
		this.quick = vertx.createSharedWorkerExecutor("compression", Runtime.getRuntime().availableProcessors());
		this.thorough = vertx.createSharedWorkerExecutor("thorough-compression", 1);
	}

	private record Job(Body body, ContentCoding coding, Effort effort) {
	}

	Set<ContentCoding> available() {
		return this.compressors.available();
	}

	/**
	 * The body in a coding that it has not been made in yet; the plain one where the
	 * coding makes it no smaller. Those who are told hold on to it before they return.
	 * @param object whose plain body the caller holds on to
	 */
	Flights.Flight<Representation> encode(CacheKey key, StoredObject object, ContentCoding coding) {
		return make(key, object, new Job(object.plain().body(), coding, Effort.LOW), this.quick);
	}

	/**
	 * Sees to it that a coding that was made quickly is made thoroughly, now that it has
	 * been asked for again.
	 */
	void improve(CacheKey key, StoredObject object, Representation representation) {
		if (representation.effort() == Effort.LOW && object.plain().body().retain()) {
			make(key, object, new Job(object.plain().body(), representation.coding(), Effort.HIGH), this.thorough);
			object.plain().body().release();
		}
	}

	private Flights.Flight<Representation> make(CacheKey key, StoredObject object, Job job, WorkerExecutor workers) {
		Flights.Flight<Representation> flight = this.flights.join(job);
		if (flight.leads()) {
			StoredObject present = this.store.present(key, object);
			Representation made = (present != null) ? present.in(job.coding()) : null;
			boolean done = made != null && (made.effort() == Effort.HIGH || job.effort() == Effort.LOW);
			if (done && made != null && made.body().retain()) {
				this.flights.land(job, flight, made);
				made.body().release();
			}
			else {
				job.body().retain();
				workers.<@Nullable Body>executeBlocking(() -> compress(job), false)
					.onSuccess((encoded) -> land(key, object, job, flight, encoded))
					.onFailure((failure) -> this.flights.crash(job, flight, failure))
					.onComplete((end) -> job.body().release());
			}
		}
		return flight;
	}

	private @Nullable Body compress(Job job) {
		byte[] encoded = this.compressors.compress(job.coding(), job.effort(), job.body().copy());
		if (encoded.length >= job.body().length()) {
			return null;
		}
		BodyWriter writer = this.store.writer();
		return writer.append(Buffer.buffer(encoded)) ? writer.finish() : null;
	}

	private void land(CacheKey key, StoredObject object, Job job, Flights.Flight<Representation> flight,
			@Nullable Body encoded) {
		if (encoded == null) {
			this.flights.land(job, flight, this.store.withoutCoding(key, object, job.coding()));
			return;
		}
		Representation made = this.store.addCoding(key, object, job.coding(), job.effort(), encoded);
		this.flights.land(job, flight, made);
		encoded.release();
	}

}
