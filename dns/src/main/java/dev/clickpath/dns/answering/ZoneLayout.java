package dev.clickpath.dns.answering;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.NameTooLongException;
import org.xbill.DNS.Record;
import org.xbill.DNS.SOARecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/**
 * Lays a zone out: which names there are, and what is at each.
 * <p>
 * The shop is at the zone's own name and at {@code www}, the edge at {@code edge} and
 * {@code cdn}; each gateway and each edge has a name of its own below {@code gateways}
 * and {@code edges}. An HTTPS record tells the port and the protocols, and once more at
 * the name that clients ask for who are given the port (RFC 9460, section 2.3).
 */
final class ZoneLayout {

	private static final long AN_HOUR = 3_600;

	private static final long RETRY = 600;

	private static final long EXPIRE = 604_800;

	private static final long ALIAS_TTL = 300;

	private static final int USUAL_PORT = 443;

	private final Name origin;

	private final Map<Name, Node> nodes = new HashMap<>();

	private final long ttl;

	private final SOARecord negative;

	/**
	 * Lays the zone out.
	 * @throws IllegalArgumentException when a name in the plan is none
	 */
	ZoneLayout(ZonePlan plan) {
		this.origin = name(plan.origin(), Name.root);
		this.ttl = plan.ttl().toSeconds();
		Name first = below(plan.nameServers().keySet().iterator().next());
		long negativeTtl = plan.negativeTtl().toSeconds();
		add(soa(plan, first, AN_HOUR));
		this.negative = soa(plan, first, Math.min(AN_HOUR, negativeTtl));
		plan.nameServers().forEach(this::addNameServer);
		addPool(plan.gateways(), List.of(this.origin, below("www")), "gateways");
		addPool(plan.edges(), List.of(below("edge")), "edges");
		addAlias("cdn", "edge", plan.edges());
		addEmptyNonTerminals();
	}

	Name origin() {
		return this.origin;
	}

	Map<Name, Node> nodes() {
		return Map.copyOf(this.nodes);
	}

	/** What is sent where there is nothing: its TTL is how long that may be kept. */
	SOARecord negative() {
		return this.negative;
	}

	private SOARecord soa(ZonePlan plan, Name first, long ttl) {
		return new SOARecord(this.origin, DClass.IN, ttl, first, below("hostmaster"), plan.serial(), AN_HOUR, RETRY,
				EXPIRE, plan.negativeTtl().toSeconds());
	}

	private void addNameServer(String label, List<InetAddress> addresses) {
		Name name = below(label);
		add(new NSRecord(this.origin, DClass.IN, AN_HOUR, name));
		addresses.forEach((address) -> add(address(name, AN_HOUR, address)));
	}

	private void addPool(Pool pool, List<Name> names, String group) {
		for (Endpoint endpoint : pool.endpoints()) {
			Name own = below(endpoint.name() + "." + group);
			for (Name name : names) {
				endpoint.addresses()
					.forEach((address) -> node(name).add(pool, endpoint, address(name, this.ttl, address)));
				node(name).add(pool, endpoint, https(name, ".", endpoint));
				if (endpoint.httpsPort() != USUAL_PORT) {
					Name withPort = name(labels(endpoint.httpsPort()), name);
					node(withPort).add(pool, endpoint, https(withPort, name.toString(), endpoint));
				}
			}
			endpoint.addresses().forEach((address) -> add(address(own, this.ttl, address)));
			add(https(own, ".", endpoint));
		}
	}

	/** The names with ports are aliases, too: an alias leads nobody below it. */
	private void addAlias(String alias, String name, Pool pool) {
		add(new CNAMERecord(below(alias), DClass.IN, ALIAS_TTL, below(name)));
		pool.endpoints()
			.stream()
			.map(Endpoint::httpsPort)
			.filter((port) -> port != USUAL_PORT)
			.distinct()
			.map((port) -> labels(port) + ".")
			.forEach((prefix) -> add(
					new CNAMERecord(below(prefix + alias), DClass.IN, ALIAS_TTL, below(prefix + name))));
	}

	/** In the digits of names, whatever the machine's language has. */
	private static String labels(int port) {
		return "_" + port + "._https";
	}

	/** What has names below it is there, with nothing at it (RFC 8020). */
	private void addEmptyNonTerminals() {
		for (Name name : List.copyOf(this.nodes.keySet())) {
			for (int i = 1; i < name.labels() - this.origin.labels(); i++) {
				node(new Name(name, i));
			}
		}
	}

	private void add(Record record) {
		node(record.getName()).add(record);
	}

	private Node node(Name name) {
		return this.nodes.computeIfAbsent(name, (absent) -> new Node());
	}

	private Name below(String label) {
		return name(label, this.origin);
	}

	private static Name name(String text, Name origin) {
		try {
			Name name = Name.fromString(text, origin);
			return name.isAbsolute() ? name : Name.concatenate(name, Name.root);
		}
		catch (TextParseException | NameTooLongException ex) {
			throw new IllegalArgumentException("\"%s\" is no name; write it like clickpath.test".formatted(text), ex);
		}
	}

	private static Record address(Name name, long ttl, InetAddress address) {
		return (address instanceof Inet4Address) ? new ARecord(name, DClass.IN, ttl, address)
				: new AAAARecord(name, DClass.IN, ttl, address);
	}

	private Record https(Name name, String target, Endpoint endpoint) {
		StringBuilder text = new StringBuilder("1 ").append(target);
		text.append(" alpn=").append(String.join(",", endpoint.protocols()));
		if (endpoint.httpsPort() != USUAL_PORT) {
			text.append(" port=").append(endpoint.httpsPort());
		}
		text.append(hint("ipv4hint", endpoint, true)).append(hint("ipv6hint", endpoint, false));
		try {
			return Record.fromString(name, Type.HTTPS, DClass.IN, this.ttl, text.toString(), Name.root);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(
					"\"%s\" are no protocols; write them like h3,h2".formatted(endpoint.protocols()), ex);
		}
	}

	private static String hint(String key, Endpoint endpoint, boolean four) {
		String addresses = endpoint.addresses()
			.stream()
			.filter((address) -> (address instanceof Inet4Address) == four)
			.map(InetAddress::getHostAddress)
			.collect(Collectors.joining(","));
		return addresses.isEmpty() ? "" : " " + key + "=" + addresses;
	}

}
