package dev.clickpath.cli.click.browsing;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import dev.clickpath.cli.click.network.Request;

/**
 * The cookies of one click. They end with it: the next one is that of a stranger again,
 * or the clicks of a series could not be compared. The JDK's own would not do: they send
 * those with {@code Max-Age} as nobody has since RFC 6265 ({@code $Version}, quotes), and
 * those for {@code /basket} to {@code /baskets}.
 */
final class Cookies {

	private static final int MOST = 50;

	private final List<Cookie> all = new ArrayList<>();

	/**
	 * Does as the lines of {@code Set-Cookie} say.
	 * @param from whose they are
	 */
	synchronized void keep(URI from, List<String> lines) {
		for (String line : lines) {
			Cookie.parse(from, line).ifPresent(this::keep);
		}
	}

	private void keep(Cookie cookie) {
		this.all.removeIf(cookie::replaces);
		if (!cookie.gone() && this.all.size() < MOST) {
			this.all.add(cookie);
		}
	}

	/** A question with those that go with it, the most particular first. */
	synchronized Request addTo(Request request) {
		String field = this.all.stream()
			.filter((cookie) -> cookie.isFor(request.address()))
			.sorted(Comparator.comparingInt((Cookie cookie) -> cookie.path().length()).reversed())
			.map((cookie) -> cookie.name() + "=" + cookie.value())
			.collect(Collectors.joining("; "));
		return field.isEmpty() ? request : request.with("cookie", field);
	}

}
