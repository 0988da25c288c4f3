package dev.clickpath.recommendation.model;

import java.util.Arrays;
import java.util.stream.IntStream;

import dev.clickpath.recommendation.training.Sequences;
import org.jspecify.annotations.Nullable;

/**
 * What one visitor met: each product once, the latest first, as compact arrays.
 * Immutable, so that it can be read while the next one is made.
 * <p>
 * A product stands where its latest view was in time, in whatever order it is told.
 * Another kind of interaction counts for that only with a product that was never viewed:
 * who buys what they looked at yesterday has not looked at it again.
 */
final class History {

	static final History EMPTY = empty(true);

	/** Nothing is known, but there may have been something. */
	static final History PARTIAL = empty(false);

	/** Interest that there never was. */
	static final long NEVER = Long.MIN_VALUE;

	/** All kinds there are fit into so many bits. */
	private static final int BITS = 3;

	private static final int ALL = (1 << BITS) - 1;

	private final int[] products;

	private final long[] times;

	/** Those that were seen, and above them those that counted. */
	private final byte[] kinds;

	/** How much interest there was in each that counted, told as {@link Trends} do. */
	private final long[] moments;

	private final double flood;

	private final long floodAt;

	private final @Nullable String region;

	private final boolean whole;

	private History(int[] products, long[] times, byte[] kinds, long[] moments, DecayingCount flood,
			@Nullable String region, boolean whole) {
		this.products = products;
		this.times = times;
		this.kinds = kinds;
		this.moments = moments;
		this.flood = flood.value();
		this.floodAt = flood.at();
		this.region = region;
		this.whole = whole;
	}

	private static History empty(boolean whole) {
		return new History(new int[0], new long[0], new byte[0], new long[0], DecayingCount.NOTHING, null, whole);
	}

	/**
	 * This history of a visitor who is in a region.
	 * @param now null when that is not known, so that it is as before
	 */
	History in(@Nullable String now) {
		return (now == null || now.equals(this.region)) ? this
				: new History(this.products, this.times, this.kinds, this.moments, flood(), now, this.whole);
	}

	/**
	 * This history and one interaction more.
	 * @param counts whether others may learn from it
	 */
	History with(int product, Kind kind, long at, boolean counts, Tuning tuning) {
		int old = indexOf(product);
		int newKinds = counts ? kind.flag() | kind.flag() << BITS : kind.flag();
		long moment = counts ? Trends.moment(kind, at, tuning) : NEVER;
		long time = at;
		if (old >= 0) {
			time = timeAfter(old, kind, at);
			newKinds |= this.kinds[old];
			moment = Math.max(moment, this.moments[old]);
		}
		DecayingCount newFlood = counts ? flood().plus(1, at, Decay.of(Tuning.FLOOD_HALF_LIFE)) : flood();
		return without(old).placed(product, time, (byte) newKinds, moment, newFlood, tuning.history());
	}

	private long timeAfter(int index, Kind kind, long at) {
		boolean wasViewed = Kind.VIEW.isIn(seen(index));
		boolean isView = kind == Kind.VIEW;
		if (wasViewed == isView) {
			return Math.max(this.times[index], at);
		}
		return isView ? at : this.times[index];
	}

	private DecayingCount flood() {
		return new DecayingCount(this.flood, this.floodAt);
	}

	private History without(int index) {
		if (index < 0) {
			return this;
		}
		int size = size() - 1;
		int[] newProducts = Arrays.copyOf(this.products, size);
		long[] newTimes = Arrays.copyOf(this.times, size);
		byte[] newKinds = Arrays.copyOf(this.kinds, size);
		long[] newMoments = Arrays.copyOf(this.moments, size);
		int rest = size - index;
		System.arraycopy(this.products, index + 1, newProducts, index, rest);
		System.arraycopy(this.times, index + 1, newTimes, index, rest);
		System.arraycopy(this.kinds, index + 1, newKinds, index, rest);
		System.arraycopy(this.moments, index + 1, newMoments, index, rest);
		return new History(newProducts, newTimes, newKinds, newMoments, flood(), this.region, this.whole);
	}

	private History placed(int product, long time, byte itsKinds, long moment, DecayingCount newFlood, int limit) {
		int place = 0;
		while (place < size() && this.times[place] > time) {
			place++;
		}
		if (place >= limit) {
			return new History(this.products, this.times, this.kinds, this.moments, newFlood, this.region, this.whole);
		}
		int size = Math.min(size() + 1, limit);
		int[] newProducts = Arrays.copyOf(this.products, size);
		long[] newTimes = Arrays.copyOf(this.times, size);
		byte[] newKinds = Arrays.copyOf(this.kinds, size);
		long[] newMoments = Arrays.copyOf(this.moments, size);
		int rest = size - place - 1;
		System.arraycopy(this.products, place, newProducts, place + 1, rest);
		System.arraycopy(this.times, place, newTimes, place + 1, rest);
		System.arraycopy(this.kinds, place, newKinds, place + 1, rest);
		System.arraycopy(this.moments, place, newMoments, place + 1, rest);
		newProducts[place] = product;
		newTimes[place] = time;
		newKinds[place] = itsKinds;
		newMoments[place] = moment;
		return new History(newProducts, newTimes, newKinds, newMoments, newFlood, this.region, this.whole);
	}

	int size() {
		return this.products.length;
	}

	/**
	 * The place of a product, 0 being the latest, or -1.
	 */
	int indexOf(int product) {
		for (int i = 0; i < this.products.length; i++) {
			if (this.products[i] == product) {
				return i;
			}
		}
		return -1;
	}

	/** All of them, the latest first; not to be changed. */
	int[] products() {
		return this.products;
	}

	/** How much interest there was in each. */
	float[] interests() {
		float[] interests = new float[this.products.length];
		for (int i = 0; i < interests.length; i++) {
			interests[i] = (float) Strengths.INTEREST.of(seen(i));
		}
		return interests;
	}

	/**
	 * Adds what counts to what is trained on.
	 * @param isSimulated whether the visitor is nobody, but made up
	 */
	void addTo(Sequences sequences, boolean isSimulated) {
		int[] sequence = new int[size()];
		byte[] interests = new byte[size()];
		int length = 0;
		for (int i = size() - 1; i >= 0; i--) {
			double interest = Strengths.INTEREST.of(counted(i));
			if (interest > 0) {
				sequence[length] = this.products[i];
				interests[length++] = (byte) interest;
			}
		}
		if (length > 0) {
			sequences.add(Arrays.copyOf(sequence, length), Arrays.copyOf(interests, length), isSimulated);
		}
	}

	int product(int index) {
		return this.products[index];
	}

	/** In milliseconds since 1970. */
	long time(int index) {
		return this.times[index];
	}

	/** The kinds of interaction there were. */
	int seen(int index) {
		return this.kinds[index] & ALL;
	}

	/** The kinds of interaction from which others may learn. */
	int counted(int index) {
		return this.kinds[index] >> BITS & ALL;
	}

	/** How much interest there was, told as {@link Trends} do. */
	long moment(int index) {
		return this.moments[index];
	}

	/** The same for a product, {@link #NEVER} when it is not here. */
	long momentOf(int product) {
		int place = indexOf(product);
		return (place >= 0) ? this.moments[place] : NEVER;
	}

	/** Where the visitor was last, or null when that is not known. */
	@Nullable String region() {
		return this.region;
	}

	/** Whether the visitor is sure not to have met more, but for what is too much. */
	boolean isWhole() {
		return this.whole;
	}

	/** Whether each product of another history is in this one. */
	boolean hasAllOf(History other) {
		return IntStream.of(other.products).allMatch((product) -> indexOf(product) >= 0);
	}

	/** The time of the latest product, or long ago. */
	long latest() {
		return (size() > 0) ? this.times[0] : Long.MIN_VALUE;
	}

	/** How many events have counted within about a day. */
	double flood(long at) {
		return flood().valueAt(at, Decay.of(Tuning.FLOOD_HALF_LIFE));
	}

}
