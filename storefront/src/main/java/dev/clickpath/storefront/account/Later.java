package dev.clickpath.storefront.account;

import java.time.Duration;

import dev.clickpath.storefront.language.Words;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;

/**
 * Not now, but after a while.
 *
 * @param words the key of the words that say why
 * @param pause how long
 */
record Later(String words, Duration pause) {

	private static final Duration BUSY = Duration.ofSeconds(5);

	private static final Duration IN_MINUTES = Duration.ofSeconds(90);

	/** It was tried too often. */
	static Later tooOften(Duration pause) {
		return new Later("account.too-often", pause);
	}

	/** There are too many others. */
	static Later busy() {
		return new Later("account.busy", BUSY);
	}

	/**
	 * Tells programs how long.
	 */
	void tell(HttpServletResponse response) {
		response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(this.pause.toSeconds()));
	}

	/**
	 * Why, and how long, in words for people: seconds, or minutes rounded up.
	 */
	String text(Words words) {
		String time = (this.pause.compareTo(IN_MINUTES) < 0) ? words.of("account.seconds", this.pause.toSeconds())
				: words.of("account.minutes", this.pause.plusSeconds(59).toMinutes());
		return words.of(this.words, time);
	}

}
