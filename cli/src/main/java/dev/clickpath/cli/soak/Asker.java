package dev.clickpath.cli.soak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;

import dev.clickpath.cli.http.Codings;

/**
 * Thinks of what one client asks next.
 */
final class Asker {

	private static final long LONGEST_PART = 1 << 20;

	/** Beyond the end of every body. */
	private static final long BEYOND = 1L << 40;

	private static final AtomicLong UNIQUE = new AtomicLong();

	private final Shelf shelf;

	private final RandomGenerator random;

	private final Map<String, Ask.Kept> kept = new HashMap<>();

	Asker(Shelf shelf, RandomGenerator random) {
		this.shelf = shelf;
		this.random = random;
	}

	Ask next() {
		int dice = this.random.nextInt(1_000);
		if (dice < 2) {
			return Ask.plainly(Kind.LARGE, this.shelf.anyLarge(this.random));
		}
		if (dice < 4) {
			return part(Kind.LARGE_RANGE, this.shelf.anyLarge(this.random));
		}
		if (dice < 100) {
			return new Ask(Kind.MISS, Shelf.unique(UNIQUE.getAndIncrement()), coding(), null, null);
		}
		Resource resource = this.shelf.anySmall(this.random);
		if (dice < 200) {
			return new Ask(Kind.HEAD, resource, coding(), null, null);
		}
		if (dice < 320) {
			return part(Kind.RANGE, resource);
		}
		return (dice < 500) ? conditional(resource) : new Ask(Kind.GET, resource, coding(), null, null);
	}

	/**
	 * Remembers what can be asked about by its tag.
	 */
	void keep(Ask ask, Ask.Kept learnt) {
		if (!ask.resource().isLarge() && ask.kind() != Kind.MISS) {
			this.kept.put(key(ask.resource(), ask.coding()), learnt);
		}
	}

	private Ask conditional(Resource resource) {
		String coding = coding();
		Ask.Kept known = this.kept.get(key(resource, coding));
		return (known != null) ? new Ask(Kind.CONDITIONAL, resource, coding, null, known)
				: new Ask(Kind.GET, resource, coding, null, null);
	}

	/** In a coding, a part would be one of whatever the edge's compressor made. */
	private Ask part(Kind kind, Resource resource) {
		if (this.random.nextInt(10) == 0) {
			return new Ask(kind, resource, Codings.IDENTITY, new Ask.Part(BEYOND, BEYOND), null);
		}
		long first = this.random.nextLong(resource.length() + 1);
		Ask.Kept known = (this.random.nextInt(3) == 0) ? this.kept.get(key(resource, Codings.IDENTITY)) : null;
		return new Ask(kind, resource, Codings.IDENTITY,
				new Ask.Part(first, first + this.random.nextLong(LONGEST_PART)), known);
	}

	private String coding() {
		List<String> codings = Codings.decodable();
		return codings.get(this.random.nextInt(codings.size()));
	}

	private static String key(Resource resource, String coding) {
		return coding + resource.path();
	}

}
