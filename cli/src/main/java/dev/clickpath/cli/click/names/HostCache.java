package dev.clickpath.cli.click.names;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.clickpath.cli.click.timeline.Lookup;
import dev.clickpath.cli.click.timeline.Span;
import dev.clickpath.cli.click.timeline.Stopwatch;
import org.jspecify.annotations.Nullable;

/**
 * What a browser remembers of names, no longer than it may.
 */
public final class HostCache {

	/** When nothing is said of it, as browsers do. */
	private static final Duration USUALLY = Duration.ofMinutes(1);

	private final Names names;

	private final Map<String, Kept> kept = new ConcurrentHashMap<>();

	public HostCache(Names names) {
		this.names = names;
	}

	/**
	 * The addresses of a host, as they are remembered, else as they are found now.
	 * @throws NotHereException when there are none on this machine
	 */
	public Found find(String host, Stopwatch watch) throws NotHereException {
		long from = watch.now();
		Found remembered = remembered(host);
		if (remembered != null) {
			Lookup lookup = remembered.lookup();
			return new Found(remembered.addresses(), new Lookup(lookup.host(), false, "it is remembered",
					lookup.addresses(), lookup.facts(), lookup.ttlSeconds(), new Span(from, watch.now())));
		}
		Found found = this.names.find(host, watch);
		Long ttl = found.lookup().ttlSeconds();
		Duration lifetime = (ttl != null) ? Duration.ofSeconds(ttl) : USUALLY;
		this.kept.put(host, new Kept(found, System.nanoTime() + lifetime.toNanos()));
		return found;
	}

	/**
	 * What it costs to remember a host, in nanoseconds: the second time, so that it is
	 * not the first of all that is measured.
	 */
	public Optional<Long> nanosToRemember(String host) {
		if (remembered(host) == null) {
			return Optional.empty();
		}
		long start = System.nanoTime();
		Found again = remembered(host);
		long took = System.nanoTime() - start;
		return (again != null) ? Optional.of(took) : Optional.empty();
	}

	private @Nullable Found remembered(String host) {
		Kept entry = this.kept.get(host);
		return (entry != null && entry.end() - System.nanoTime() > 0) ? entry.found() : null;
	}

	/**
	 * Something remembered.
	 *
	 * @param end until when, on the clock of {@link System#nanoTime()}
	 */
	private record Kept(Found found, long end) {

	}

}
