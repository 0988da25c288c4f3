package dev.clickpath.defaults.timing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The steps of one request: when each began, counted from the request's own beginning,
 * and how long it took, in the order they ended. They are told as a {@code Server-Timing}
 * header (W3C Server Timing, section 2). Safe for use by several threads, since the parts
 * of a page are fetched side by side.
 */
public final class ServerTiming {

	public static final String HEADER = "Server-Timing";

	/** In place of a start or a duration that nobody knows. */
	public static final long UNKNOWN = -1;

	/** A request of more steps than these has them counted, not told. */
	private static final int MOST_ENTRIES = 64;

	private static final ThreadLocal<@Nullable ServerTiming> CURRENT = new ThreadLocal<>();

	private static final ServerTiming NOBODYS = new ServerTiming(0, false);

	private final long begin;

	private final boolean listening;

	private final List<Entry> entries = new ArrayList<>();

	private final List<Lookups> caches = new ArrayList<>(2);

	private int leftOut;

	private long handlerBegin;

	private @Nullable String handler;

	private volatile boolean told;

	/** The timing of a request that begins now. */
	public ServerTiming() {
		this(System.nanoTime(), true);
	}

	private ServerTiming(long begin, boolean listening) {
		this.begin = begin;
		this.listening = listening;
	}

	/**
	 * One step.
	 *
	 * @param name an HTTP token: {@code catalog}, {@code catalog.db}
	 * @param start nanoseconds since the request began, or {@link #UNKNOWN}
	 * @param duration in nanoseconds, or {@link #UNKNOWN} for a step that only tells
	 * something
	 * @param words facts for people, or null
	 * @param own whether this hop took the step itself and did not ask another for it
	 * @param detail what only those who run the shop are told, in traces, or null
	 */
	public record Entry(String name, long start, long duration, @Nullable String words, boolean own,
			@Nullable String detail) {

		public Entry(String name, long start, long duration, @Nullable String words, boolean own) {
			this(name, start, duration, words, own, null);
		}

		public Entry {
			if (!HttpToken.isToken(name)) {
				throw new IllegalArgumentException("A Server-Timing name must be an HTTP token, not \"" + name + "\"");
			}
		}

	}

	/**
	 * The timing of the request this thread works for. Outside a request, and where
	 * nothing is to be told, it is one that takes nothing in, so that measuring needs no
	 * question first.
	 */
	public static ServerTiming current() {
		ServerTiming current = CURRENT.get();
		return (current != null) ? current : NOBODYS;
	}

	/**
	 * Does work that the request sets off and does not wait for: what it takes, here or
	 * on threads it is handed to, is not told as the request's.
	 */
	public static <T extends @Nullable Object> T unheard(Supplier<T> work) {
		ServerTiming timing = CURRENT.get();
		CURRENT.remove();
		try {
			return work.get();
		}
		finally {
			if (timing != null) {
				CURRENT.set(timing);
			}
		}
	}

	static @Nullable ServerTiming bound() {
		return CURRENT.get();
	}

	static void bind(ServerTiming timing) {
		CURRENT.set(timing);
	}

	static void unbind() {
		CURRENT.remove();
	}

	/** Whether anybody will be told. */
	public boolean isListening() {
		return this.listening;
	}

	/** Whether the header has been written: what ends later is not in it. */
	public boolean isTold() {
		return this.told;
	}

	void told() {
		this.told = true;
	}

	/** The nanoseconds since the request began. */
	public long elapsed() {
		return System.nanoTime() - this.begin;
	}

	/**
	 * Adds a step that ends now.
	 * @param startedAt of {@link System#nanoTime()}
	 */
	public void add(String name, long startedAt, @Nullable String words) {
		add(name, startedAt, words, null);
	}

	/**
	 * Adds a step that ends now.
	 * @param startedAt of {@link System#nanoTime()}
	 * @param detail what is not for clients, see {@link Entry#detail()}
	 */
	public void add(String name, long startedAt, @Nullable String words, @Nullable String detail) {
		if (this.listening) {
			long duration = System.nanoTime() - startedAt;
			add(new Entry(name, Math.max(0, startedAt - this.begin), duration, words, true, detail));
		}
	}

	/**
	 * Adds something that takes no time.
	 */
	public void tell(String name, String words) {
		tell(name, words, UNKNOWN);
	}

	/**
	 * Adds something that took so much time altogether, here and there.
	 * @param duration in nanoseconds
	 */
	public void tell(String name, String words, long duration) {
		if (this.listening) {
			add(new Entry(name, UNKNOWN, duration, words, true));
		}
	}

	private synchronized void add(Entry entry) {
		if (this.entries.size() < MOST_ENTRIES) {
			this.entries.add(entry);
		}
		else {
			this.leftOut++;
		}
	}

	/**
	 * Does the work and adds how long it took, also when it fails.
	 */
	public <T extends @Nullable Object> T measure(String name, Supplier<T> work) {
		long startedAt = System.nanoTime();
		try {
			return work.get();
		}
		finally {
			add(name, startedAt, null);
		}
	}

	/**
	 * Adds a call to a service behind this one that has ended now, and before it what
	 * that service told of itself, each name behind the service's: {@code db;dur=0.8}
	 * from the catalogue becomes {@code catalog.db;dur=0.8}. Its steps are put on this
	 * request's own clock, as if the service had begun at once. What cannot be read is
	 * left out.
	 * @param startedAt of {@link System#nanoTime()}
	 * @param fields the {@code Server-Timing} fields of its answer
	 */
	void call(String service, long startedAt, @Nullable String words, List<String> fields) {
		if (!this.listening) {
			return;
		}
		long duration = System.nanoTime() - startedAt;
		long start = Math.max(0, startedAt - this.begin);
		List<Entry> behind = new ArrayList<>();
		fields.forEach((field) -> ServerTimingParser.parse(field, (name, offset, time, told) -> behind
			.add(new Entry(service + "." + name, (offset >= 0) ? start + offset : UNKNOWN, time, told, false))));
		synchronized (this) {
			behind.forEach(this::add);
			add(new Entry(service, start, duration, words, false));
		}
	}

	/**
	 * A cache has been asked for so many things.
	 */
	public void asked(String cache, int things) {
		if (this.listening) {
			count(cache, things, 0);
		}
	}

	/**
	 * So many of them were not there.
	 */
	public void missed(String cache, int things) {
		if (this.listening) {
			count(cache, 0, things);
		}
	}

	private synchronized void count(String cache, int asked, int missed) {
		for (Lookups known : this.caches) {
			if (known.cache.equals(cache)) {
				known.asked += asked;
				known.missed += missed;
				return;
			}
		}
		this.caches.add(new Lookups(cache, asked, missed));
	}

	/**
	 * What answers the request begins to do so.
	 */
	synchronized void handledBy(String handler) {
		this.handler = handler;
		this.handlerBegin = System.nanoTime();
	}

	/**
	 * What answers the request has done so; what is left is to write it. Only the first
	 * time counts.
	 */
	public synchronized void handled() {
		if (this.handler != null) {
			add("handler", this.handlerBegin, this.handler);
			this.handler = null;
		}
	}

	/** All steps that have ended, and what was found in caches. */
	public synchronized List<Entry> entries() {
		List<Entry> all = new ArrayList<>(this.entries.size() + this.caches.size());
		all.addAll(this.entries);
		this.caches.forEach((cache) -> all.add(cache.entry()));
		return all;
	}

	/**
	 * The header's value: all that has ended, then the time of the whole so far.
	 * @param hop what this hop is called
	 * @param room so long the value may be, see {@link ServerTimingHeader}
	 */
	String headerValue(String hop, int room) {
		handled();
		ServerTimingHeader header = new ServerTimingHeader(room);
		header.reserve(hop, UNKNOWN, elapsed(), null);
		synchronized (this) {
			for (Entry entry : this.entries) {
				header.add(entry.name(), entry.start(), entry.duration(), entry.words());
			}
			for (Lookups cache : this.caches) {
				header.add(cache.cache, UNKNOWN, UNKNOWN, cache.words());
			}
			header.leftOut(this.leftOut);
		}
		return header.value();
	}

	/** What became of the questions to one cache. */
	private static final class Lookups {

		private final String cache;

		private int asked;

		private int missed;

		Lookups(String cache, int asked, int missed) {
			this.cache = cache;
			this.asked = asked;
			this.missed = missed;
		}

		String words() {
			if (this.asked == 1) {
				return (this.missed == 0) ? "hit" : "miss";
			}
			return "hits=" + (this.asked - this.missed) + "; misses=" + this.missed;
		}

		Entry entry() {
			return new Entry(this.cache, UNKNOWN, UNKNOWN, words(), true);
		}

	}

}
