package dev.clickpath.edge.caching;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells the fields that travel to the other end from those of one connection only, which
 * are neither stored nor forwarded (RFC 9110, section 7.6.1; RFC 9111, section 3.1).
 */
public final class EndToEnd {

	private static final Set<String> OF_ONE_HOP = Set.of("connection", "keep-alive", "proxy-connection",
			"proxy-authenticate", "proxy-authorization", "proxy-authentication-info", "te", "trailer",
			"transfer-encoding", "upgrade");

	/**
	 * Where else the origin is to be had is for a cache that asks it. A client that went
	 * there would go round the cache, if it can get there at all (RFC 7838, section 2).
	 */
	private static final String OF_THE_ORIGIN = "alt-svc";

	private EndToEnd() {
	}

	public static FieldList of(FieldList fields) {
		Set<String> named = connectionOptions(fields);
		return fields.without((field) -> {
			String name = field.name().toLowerCase(Locale.ROOT);
			return isOfOneHop(name) || name.equals(OF_THE_ORIGIN) || named.contains(name);
		});
	}

	/**
	 * Whether a field of this name, in lower case, is one of a connection's, whatever
	 * {@code Connection} says.
	 */
	public static boolean isOfOneHop(String name) {
		return OF_ONE_HOP.contains(name);
	}

	/** What Connection names, except the fields a message cannot go without. */
	private static Set<String> connectionOptions(FieldList fields) {
		Set<String> options = new TreeSet<>();
		ListParser.elements(fields.all("Connection")).forEach((option) -> options.add(option.toLowerCase(Locale.ROOT)));
		options.removeAll(Set.of("host", "content-length", "cache-control"));
		return options;
	}

}
