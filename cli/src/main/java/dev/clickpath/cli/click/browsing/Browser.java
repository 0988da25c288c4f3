package dev.clickpath.cli.click.browsing;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import dev.clickpath.cli.click.names.HostCache;
import dev.clickpath.cli.click.names.Names;
import dev.clickpath.cli.click.network.Network;
import dev.clickpath.cli.click.network.Origin;
import dev.clickpath.cli.click.network.Tls;

/**
 * What a browser has from click to click: names it remembers, connections that are open,
 * TLS sessions that can go on. A new one has nothing.
 */
public final class Browser implements AutoCloseable {

	private final Network network;

	private final Names names;

	private final HostCache hosts;

	private final Tls tls;

	private final AtomicInteger connections = new AtomicInteger();

	private final Map<Key, Pool> pools = new ConcurrentHashMap<>();

	/**
	 * A browser that has only TLS sessions, if even these.
	 * @param tls what was agreed on with servers before
	 */
	public Browser(Network network, Names names, Tls tls) {
		this.network = network;
		this.names = names;
		this.hosts = new HostCache(names);
		this.tls = tls;
	}

	/**
	 * Another one that has this one's TLS sessions and nothing else of it.
	 */
	public Browser again() {
		return new Browser(this.network, this.names, this.tls);
	}

	/** What it costs to remember a name, in nanoseconds, if it is remembered. */
	public Optional<Long> nanosToRemember(String host) {
		return this.hosts.nanosToRemember(host);
	}

	/**
	 * The connections to an origin.
	 * @param anonymous whether to those that are for questions without credentials
	 */
	Pool pool(Origin origin, boolean anonymous) {
		return this.pools.computeIfAbsent(new Key(origin, anonymous),
				(key) -> new Pool(this.hosts, origin.host(), origin.secure(), (found, watch) -> this.network
					.open(this.connections.incrementAndGet(), origin, found, this.tls, watch)));
	}

	@Override
	public void close() {
		this.pools.values().forEach(Pool::close);
	}

	private record Key(Origin origin, boolean anonymous) {

	}

}
