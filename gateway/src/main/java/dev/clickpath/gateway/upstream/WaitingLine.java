package dev.clickpath.gateway.upstream;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;

/**
 * Where requests wait while every upstream has as much to do as it may have: first come,
 * first served, and not too many, since who waits too long has gone when the turn comes.
 */
public final class WaitingLine {

	private final int longest;

	private final ConcurrentLinkedDeque<Place> places = new ConcurrentLinkedDeque<>();

	private final AtomicInteger length = new AtomicInteger();

	private final LongAdder turnedAway = new LongAdder();

	/**
	 * @param longest so many may wait
	 */
	public WaitingLine(int longest) {
		this.longest = longest;
	}

	/** A place in the line. */
	public final class Place {

		private final CompletableFuture<Place> called = new CompletableFuture<>();

		/** Comes when it is this one's turn; runs in the thread of who makes room. */
		public CompletableFuture<Place> called() {
			return this.called;
		}

		/** Whoever is tired of waiting goes. */
		public void leave() {
			if (WaitingLine.this.places.remove(this)) {
				WaitingLine.this.length.decrementAndGet();
			}
		}

	}

	public int length() {
		return this.length.get();
	}

	/** How many found it too long. */
	long turnedAway() {
		return this.turnedAway.sum();
	}

	/**
	 * Takes the last place.
	 * @param again who was called in vain goes to the front instead, however long the
	 * line
	 * @return empty when the line is as long as it may be
	 */
	Optional<Place> join(boolean again) {
		if (this.length.incrementAndGet() > this.longest && !again) {
			this.length.decrementAndGet();
			this.turnedAway.increment();
			return Optional.empty();
		}
		Place place = new Place();
		if (again) {
			this.places.addFirst(place);
		}
		else {
			this.places.addLast(place);
		}
		return Optional.of(place);
	}

	/** There is room for one more: calls the first who has not gone away. */
	void call() {
		Place first;
		do {
			first = this.places.pollFirst();
			if (first != null) {
				this.length.decrementAndGet();
			}
		}
		while (first != null && !first.called.complete(first));
	}

}
