package dev.clickpath.cli.click.browsing;

import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.clickpath.cli.click.network.Origin;

/**
 * What an answer wants to be told with later questions (RFC 6265). The port does not
 * matter to it.
 *
 * @param domain the host that set it, or one above it
 * @param hostOnly whether it is for that host alone, and not for those below it
 * @param secure whether it is not to go where others could read along
 * @param gone whether it is to be forgotten
 */
record Cookie(String name, String value, String domain, boolean hostOnly, String path, boolean secure, boolean gone) {

	private static final int LONGEST = 4_096;

	/** What never leaves the machine is as good as encrypted, to browsers too. */
	private static final String LOOPBACK = "(.*\\.)?localhost|127\\.[0-9.]+|\\[::1]";

	private static final String ADDRESS = "\\[.*|[0-9.]+";

	/**
	 * Reads a line of {@code Set-Cookie} (section 5.2); nothing where it is malformed or
	 * for others than whoever sent it.
	 */
	static Optional<Cookie> parse(URI from, String line) {
		String[] parts = line.split(";", -1);
		int equals = parts[0].indexOf('=');
		String name = parts[0].substring(0, Math.max(equals, 0)).strip();
		if (name.isEmpty() || line.length() > LONGEST || line.chars().anyMatch(Character::isISOControl)) {
			return Optional.empty();
		}
		Map<String, String> attributes = attributes(parts);
		String host = Origin.of(from).host();
		String domain = attributes.getOrDefault("domain", "").toLowerCase(Locale.ROOT).replaceFirst("^\\.", "");
		String path = attributes.getOrDefault("path", "");
		Cookie cookie = new Cookie(name, parts[0].substring(equals + 1).strip(), domain.isEmpty() ? host : domain,
				domain.isEmpty(), path.startsWith("/") ? path : folder(from), attributes.containsKey("secure"),
				isGone(attributes));
		return (cookie.isAllowed(host) && cookie.isSafeAt(from)) ? Optional.of(cookie) : Optional.empty();
	}

	/** The last of a name counts. */
	private static Map<String, String> attributes(String[] parts) {
		Map<String, String> attributes = new HashMap<>();
		for (int i = 1; i < parts.length; i++) {
			String[] pair = parts[i].split("=", 2);
			attributes.put(pair[0].strip().toLowerCase(Locale.ROOT), (pair.length > 1) ? pair[1].strip() : "");
		}
		return attributes;
	}

	private static String folder(URI address) {
		int last = address.getRawPath().lastIndexOf('/');
		return (last > 0) ? address.getRawPath().substring(0, last) : "/";
	}

	private static boolean isGone(Map<String, String> attributes) {
		String age = attributes.getOrDefault("max-age", "");
		return age.matches("-?\\d+") ? age.matches("-.*|0+") : isPast(attributes.getOrDefault("expires", ""));
	}

	/** Some write the date with hyphens. */
	private static boolean isPast(String date) {
		try {
			return ZonedDateTime.parse(date.replace('-', ' '), DateTimeFormatter.RFC_1123_DATE_TIME)
				.toInstant()
				.isBefore(Instant.now());
		}
		catch (DateTimeParseException ex) {
			return false;
		}
	}

	/** Nobody sets cookies for all of {@code test}, and nothing is above an address. */
	private boolean isAllowed(String host) {
		return host.equals(this.domain) || (isWithin(host) && this.domain.contains(".") && !host.matches(ADDRESS));
	}

	private boolean isSafeAt(URI address) {
		Origin origin = Origin.of(address);
		return !this.secure || origin.secure() || origin.host().matches(LOOPBACK);
	}

	private boolean isWithin(String host) {
		return host.endsWith("." + this.domain);
	}

	/** Whether it goes with a question for an address (section 5.4). */
	boolean isFor(URI address) {
		String host = Origin.of(address).host();
		return (host.equals(this.domain) || (!this.hostOnly && isWithin(host))) && isSafeAt(address)
				&& isAround(address.getRawPath().isEmpty() ? "/" : address.getRawPath());
	}

	private boolean isAround(String below) {
		return below.equals(this.path) || below.startsWith(this.path.endsWith("/") ? this.path : this.path + "/");
	}

	boolean replaces(Cookie other) {
		return this.name.equals(other.name) && this.domain.equals(other.domain) && this.path.equals(other.path);
	}

}
