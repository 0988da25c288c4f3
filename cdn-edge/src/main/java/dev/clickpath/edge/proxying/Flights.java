package dev.clickpath.edge.proxying;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Lets many who need the same wait for one who gets it.
 *
 * @param <K> what it is known by
 * @param <V> what they get
 */
final class Flights<K, V> {

	private final ConcurrentMap<K, CompletableFuture<V>> underway = new ConcurrentHashMap<>();

	/**
	 * Joins the flight that is under way, or starts one.
	 */
	Flight<V> join(K key) {
		CompletableFuture<V> own = new CompletableFuture<>();
		CompletableFuture<V> present = this.underway.putIfAbsent(key, own);
		return (present != null) ? new Flight<>(false, present) : new Flight<>(true, own);
	}

	/**
	 * A flight that nobody joins.
	 */
	static <V> Flight<V> alone() {
		return new Flight<>(true, new CompletableFuture<>());
	}

	/**
	 * Ends a flight: all who joined get the outcome, and the next starts anew.
	 */
	void land(K key, Flight<V> flight, V outcome) {
		this.underway.remove(key, flight.outcome());
		flight.outcome().complete(outcome);
	}

	void crash(K key, Flight<V> flight, Throwable failure) {
		this.underway.remove(key, flight.outcome());
		flight.outcome().completeExceptionally(failure);
	}

	/**
	 * How many wait for an outcome, those included who get it.
	 */
	int waiting() {
		return this.underway.values().stream().mapToInt((outcome) -> 1 + outcome.getNumberOfDependents()).sum();
	}

	/**
	 * A place in a flight.
	 *
	 * @param leads whether this one has to get it
	 */
	record Flight<V>(boolean leads, CompletableFuture<V> outcome) {

		/**
		 * Does something with the outcome or the failure, on the thread that brings it.
		 */
		void whenLanded(BiConsumer<V, @Nullable Throwable> action) {
			CompletableFuture<V> _ = this.outcome.whenComplete(action);
		}
	}

}
