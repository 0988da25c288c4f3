package dev.clickpath.gateway.clients;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Reads and writes {@code Forwarded} (RFC 7239).
 */
final class ForwardedField {

	private ForwardedField() {
	}

	/**
	 * What the elements name in {@code for}.
	 */
	static List<String> addresses(List<String> lines) {
		List<String> addresses = new ArrayList<>();
		for (String element : elements(lines)) {
			String node = parameter(element, "for");
			addresses.add((node != null) ? node : "unknown");
		}
		return addresses;
	}

	/**
	 * A parameter of the element that the nearest proxy wrote.
	 */
	static @Nullable String last(List<String> lines, String parameter) {
		List<String> elements = elements(lines);
		return elements.isEmpty() ? null : parameter(elements.getLast(), parameter);
	}

	static String node(InetAddress address) {
		return (address instanceof Inet6Address) ? "for=\"[" + address.getHostAddress() + "]\""
				: "for=" + address.getHostAddress();
	}

	static String element(InetAddress address, String scheme, @Nullable String host) {
		String node = node(address) + ";proto=" + scheme;
		return (host != null) ? node + ";host=\"" + host + "\"" : node;
	}

	/** Only what can stand between quotes without more ado. */
	static boolean isHost(String text) {
		return !text.isEmpty() && text.chars()
			.allMatch((c) -> (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
					|| ".-_:[]".indexOf(c) >= 0);
	}

	private static List<String> elements(List<String> lines) {
		List<String> elements = new ArrayList<>();
		for (String line : lines) {
			elements.addAll(split(line, ','));
		}
		return elements;
	}

	private static @Nullable String parameter(String element, String name) {
		for (String pair : split(element, ';')) {
			int equals = pair.indexOf('=');
			if (equals > 0 && pair.substring(0, equals).strip().toLowerCase(Locale.ROOT).equals(name)) {
				String value = pair.substring(equals + 1).strip();
				boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
				return quoted ? value.substring(1, value.length() - 1) : value;
			}
		}
		return null;
	}

	/** Not within quotes. */
	private static List<String> split(String text, char separator) {
		List<String> parts = new ArrayList<>();
		boolean quoted = false;
		int start = 0;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			quoted ^= c == '"';
			if (c == separator && !quoted) {
				parts.add(text.substring(start, i).strip());
				start = i + 1;
			}
		}
		parts.add(text.substring(start).strip());
		return parts;
	}

	/** Some proxies tell the client's port as well, in either field. */
	static String withoutPort(String node) {
		int colon = node.lastIndexOf(':');
		boolean port = colon > 0 && (node.charAt(colon - 1) == ']' || node.indexOf(':') == colon);
		return port ? node.substring(0, colon) : node;
	}

}
