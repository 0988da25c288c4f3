package dev.clickpath.cli.shopping;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

/**
 * A shopper's cookies. The shop's are for all of its pages, so they are known by name
 * alone.
 */
public final class Cookies {

	private final Map<String, String> values = new ConcurrentSkipListMap<>();

	/**
	 * Does as a line of {@code Set-Cookie} says.
	 */
	public void keep(String line) {
		String pair = line.split(";", 2)[0];
		int equals = pair.indexOf('=');
		if (equals <= 0) {
			return;
		}
		String name = pair.substring(0, equals).strip();
		String value = pair.substring(equals + 1).strip();
		if (value.isEmpty() || line.matches("(?i).*;\\s*max-age=0(;.*|$)")) {
			this.values.remove(name);
		}
		else {
			this.values.put(name, value);
		}
	}

	/** What a cookie says. */
	public Optional<String> value(String name) {
		return Optional.ofNullable(this.values.get(name));
	}

	/** As they are sent; empty when there are none. */
	public String field() {
		return this.values.entrySet()
			.stream()
			.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
	}

}
