package dev.clickpath.cli.soak;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

/**
 * All the origin has: some hundreds of small resources that are asked for often, a few
 * large ones, and, below a path of their own, as many as anyone asks for, each for the
 * first time.
 */
final class Shelf {

	private static final String UNIQUE = "/unique/";

	private static final int SMALL = 400;

	private static final int LARGE = 4;

	private static final int TAGS = 16;

	private static final int LARGEST_SMALL = 48 * 1024;

	private static final long LARGE_LENGTH = 32 << 20;

	private static final List<Policy> POLICIES = List.of(Policy.LONG, Policy.LONG, Policy.LONG, Policy.LONG,
			Policy.SHORT, Policy.GRACEFUL, Policy.VALIDATED, Policy.NEVER_STORED);

	private final Map<String, Resource> known = new LinkedHashMap<>();

	private final List<Resource> small = new ArrayList<>();

	private final List<Resource> large = new ArrayList<>();

	Shelf(RandomGenerator random) {
		for (int i = 0; i < SMALL; i++) {
			// Squared, so that most are small: they are what a cache is mostly asked for.
			double size = random.nextDouble();
			this.small.add(new Resource("/small/" + i, (long) (size * size * LARGEST_SMALL), random.nextInt(4) > 0,
					POLICIES.get(i % POLICIES.size()), List.of("tag-" + i % TAGS, "half-" + i % 2)));
		}
		for (int i = 0; i < LARGE; i++) {
			this.large.add(new Resource("/large/" + i, LARGE_LENGTH, false, Policy.LONG, List.of("large")));
		}
		this.small.forEach((resource) -> this.known.put(resource.path(), resource));
		this.large.forEach((resource) -> this.known.put(resource.path(), resource));
	}

	/**
	 * What is at that path, or null.
	 */
	@Nullable Resource at(String path) {
		return path.startsWith(UNIQUE) ? unique(path) : this.known.get(path);
	}

	/**
	 * One of the small ones, a few of them much more often than the others.
	 */
	Resource anySmall(RandomGenerator random) {
		double skew = random.nextDouble();
		return this.small.get((int) (skew * skew * SMALL));
	}

	Resource anyLarge(RandomGenerator random) {
		return this.large.get(random.nextInt(LARGE));
	}

	/**
	 * One that nobody has asked for yet.
	 */
	static Resource unique(long number) {
		return unique(UNIQUE + number);
	}

	private static Resource unique(String path) {
		return new Resource(path, 500 + Math.floorMod(path.hashCode(), 4_000), true, Policy.LONG, List.of("unique"));
	}

	String anyTag(RandomGenerator random) {
		return random.nextInt(20) == 0 ? "half-" + random.nextInt(2) : "tag-" + random.nextInt(TAGS);
	}

	/**
	 * Those with one of these tags.
	 */
	List<Resource> tagged(Collection<String> tags) {
		return all().stream().filter((resource) -> resource.tags().stream().anyMatch(tags::contains)).toList();
	}

	/**
	 * All whose versions change.
	 */
	Collection<Resource> all() {
		return this.known.values();
	}

}
