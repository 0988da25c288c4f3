package dev.clickpath.cli.load.browsing;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What a browser has of the shop's assets (RFC 9111, as a private cache): what is fresh
 * is not asked for, what is stale is asked for with its validator. The bodies themselves
 * are of no use here, and many shoppers would need much room for them.
 */
public final class BrowserCache {

	/** More than the shop has on a hundred pages. */
	private static final int MOST = 2_000;

	private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age=\"?(\\d{1,9})");

	private static final Pattern NO_STORE = Pattern.compile("(?i)(?:^|[,\\s])no-store(?:$|[,\\s])");

	private static final Pattern NO_CACHE = Pattern.compile("(?i)(?:^|[,\\s])no-cache(?:$|[,\\s])");

	private final Map<String, Copy> copies = new ConcurrentHashMap<>();

	/** Whether there is a copy that is good without asking. */
	boolean isFresh(String address, long now) {
		Copy copy = this.copies.get(address);
		return copy != null && copy.freshUntil - now > 0;
	}

	/** What to ask with, if there is a copy. */
	Optional<String> validator(String address) {
		return Optional.ofNullable(this.copies.get(address)).map(Copy::validator);
	}

	/**
	 * An answer came: 200 brings a copy, 304 makes the old one fresh again.
	 */
	void keep(String address, Answer answer, long now) {
		String control = answer.field("Cache-Control").orElse("");
		Optional<String> validator = answer.field("ETag").or(() -> validator(address));
		if (NO_STORE.matcher(control).find()) {
			this.copies.remove(address);
		}
		else if (this.copies.size() < MOST || this.copies.containsKey(address)) {
			long seconds = NO_CACHE.matcher(control).find() ? 0 : Math.max(0, maxAge(control).orElse(0) - age(answer));
			if (seconds > 0 || validator.isPresent()) {
				this.copies.put(address, new Copy(validator.orElse(null), now + TimeUnit.SECONDS.toNanos(seconds)));
			}
		}
	}

	private static OptionalLong maxAge(String control) {
		Matcher matcher = MAX_AGE.matcher(control);
		return matcher.find() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
	}

	private static long age(Answer answer) {
		return answer.field("Age").filter((age) -> age.matches("\\d{1,9}")).map(Long::parseLong).orElse(0L);
	}

	/**
	 * A copy without its body.
	 */
	private record Copy(@Nullable String validator, long freshUntil) {
	}

}
