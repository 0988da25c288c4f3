package dev.clickpath.gateway.listening;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The names this shop answers to. A page that is asked for under another name was led
 * here by somebody else's (DNS rebinding), and would carry that name into links and
 * caches.
 */
final class AllowedHosts {

	private final boolean any;

	private final Set<String> names;

	private final List<String> suffixes;

	AllowedHosts(List<String> hosts) {
		this.any = hosts.contains("*");
		this.names = hosts.stream().map(AllowedHosts::asWritten).collect(Collectors.toSet());
		this.suffixes = this.names.stream().filter((name) -> name.startsWith(".")).toList();
	}

	/** In an address a name has no capitals, and an address of IPv6 brackets. */
	private static String asWritten(String host) {
		String name = host.toLowerCase(Locale.ROOT);
		return (name.contains(":") && !name.startsWith("[")) ? "[" + name + "]" : name;
	}

	/**
	 * Whether a request may be for this.
	 * @param authority a host with or without a port
	 */
	boolean contain(@Nullable String authority) {
		if (this.any) {
			return true;
		}
		if (authority == null) {
			return false;
		}
		String host = Targets.host(authority).toLowerCase(Locale.ROOT);
		return (this.names.contains(host) && !host.startsWith(".")) || isBelow(host);
	}

	private boolean isBelow(String host) {
		for (String suffix : this.suffixes) {
			if (host.length() > suffix.length() && host.endsWith(suffix)) {
				return true;
			}
		}
		return false;
	}

}
