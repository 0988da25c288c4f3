package dev.clickpath.cli.house;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * One Java process of the shop.
 *
 * @param name unique in the house; names the log and the line in {@code status}
 * @param module the Maven module whose jar it runs
 * @param tier when it is stopped
 * @param port where it answers; its management port is 1000 higher
 * @param heap its largest heap, as {@code -Xmx} takes it
 * @param database the PostgreSQL database and role it owns, if any
 * @param properties what it is told beyond its defaults
 * @param tls how it listens with TLS, too, if it does
 * @param visits what it is asked for while its cache of classes is made
 */
public record Service(String name, String module, Tier tier, int port, String heap, @Nullable String database,
		Map<String, String> properties, @Nullable Tls tls, List<String> visits) {

	/**
	 * How a service listens with TLS.
	 *
	 * @param prefix of its properties
	 * @param port the port
	 */
	public record Tls(String prefix, int port) {
	}

	static Service of(String module, Tier tier, int port) {
		return new Service(module, module, tier, port, "64m", null, Map.of(), null, List.of());
	}

	Service named(String name) {
		return new Service(name, this.module, this.tier, this.port, this.heap, this.database, this.properties, this.tls,
				this.visits);
	}

	Service heap(String heap) {
		return new Service(this.name, this.module, this.tier, this.port, heap, this.database, this.properties, this.tls,
				this.visits);
	}

	Service database(String database) {
		return new Service(this.name, this.module, this.tier, this.port, this.heap, database, this.properties, this.tls,
				this.visits);
	}

	Service with(String property, Object value) {
		Map<String, String> all = new LinkedHashMap<>(this.properties);
		all.put(property, String.valueOf(value));
		return new Service(this.name, this.module, this.tier, this.port, this.heap, this.database, all, this.tls,
				this.visits);
	}

	/**
	 * Listens with TLS, too.
	 * @param prefix of the properties that tell it port, certificate and private key
	 */
	Service secured(String prefix, int port) {
		return new Service(this.name, this.module, this.tier, this.port, this.heap, this.database, this.properties,
				new Tls(prefix, port), this.visits);
	}

	Service visited(String... paths) {
		return new Service(this.name, this.module, this.tier, this.port, this.heap, this.database, this.properties,
				this.tls, List.of(paths));
	}

	/**
	 * The same service at other ports.
	 * @param securePort where it listens with TLS, if it does
	 */
	public Service at(int port, int securePort) {
		Tls elsewhere = (this.tls != null) ? new Tls(this.tls.prefix(), securePort) : null;
		return new Service(this.name, this.module, this.tier, port, this.heap, this.database, this.properties,
				elsewhere, this.visits);
	}

	public int managementPort() {
		return this.port + 1000;
	}

}
