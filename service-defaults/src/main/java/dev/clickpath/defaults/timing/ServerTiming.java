package dev.clickpath.defaults.timing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The steps of one request with the time each took, in the order they ended, written as a
 * {@code Server-Timing} header (W3C Server Timing, section 2). Safe for use by several
 * threads, since the parts of a page are fetched side by side.
 */
public final class ServerTiming {

	public static final String HEADER = "Server-Timing";

	private static final ThreadLocal<@Nullable ServerTiming> CURRENT = new ThreadLocal<>();

	private final List<Entry> entries = new ArrayList<>();

	/**
	 * One step.
	 *
	 * @param name an HTTP token: {@code catalog}, {@code catalog.db}
	 * @param duration how long it took, or null for a step that only tells something
	 * @param description words for people, or null
	 */
	public record Entry(String name, @Nullable Duration duration, @Nullable String description) {

		public Entry {
			if (!HttpToken.isToken(name)) {
				throw new IllegalArgumentException("A Server-Timing name must be an HTTP token, not \"" + name + "\"");
			}
		}

		String headerValue() {
			StringBuilder value = new StringBuilder(this.name);
			if (this.description != null) {
				value.append(";desc=").append(HttpToken.quote(this.description));
			}
			if (this.duration != null) {
				value.append(";dur=").append(milliseconds(this.duration));
			}
			return value.toString();
		}

	}

	/**
	 * The timing of the request this thread works for. Outside a request it is one that
	 * nobody reads, so that measuring needs no question first.
	 */
	public static ServerTiming current() {
		ServerTiming current = CURRENT.get();
		return (current != null) ? current : new ServerTiming();
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

	public synchronized void add(Entry entry) {
		this.entries.add(entry);
	}

	public void add(String name, Duration duration) {
		add(new Entry(name, duration, null));
	}

	/**
	 * Does the work and adds how long it took, also when it fails.
	 */
	public <T extends @Nullable Object> T measure(String name, Supplier<T> work) {
		long start = System.nanoTime();
		try {
			return work.get();
		}
		finally {
			add(name, Duration.ofNanos(System.nanoTime() - start));
		}
	}

	/**
	 * Adds what a service behind this one told of itself, each name behind the service's:
	 * {@code db;dur=0.8} from the catalogue becomes {@code catalog.db;dur=0.8}. What
	 * cannot be read is left out.
	 */
	public void addAllFrom(String service, @Nullable String headerValue) {
		for (Entry entry : ServerTimingParser.parse(headerValue)) {
			add(new Entry(service + "." + entry.name(), entry.duration(), entry.description()));
		}
	}

	public synchronized List<Entry> entries() {
		return List.copyOf(this.entries);
	}

	/**
	 * The header's value, empty when there is nothing to tell.
	 */
	public String headerValue() {
		return entries().stream().map(Entry::headerValue).collect(Collectors.joining(", "));
	}

	/** With one decimal, half up; by hand, since this runs a dozen times a page. */
	private static String milliseconds(Duration duration) {
		long tenths = (duration.toNanos() + 50_000) / 100_000;
		return tenths / 10 + "." + tenths % 10;
	}

}
