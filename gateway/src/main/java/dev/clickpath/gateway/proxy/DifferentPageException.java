package dev.clickpath.gateway.proxy;

import java.io.IOException;

/**
 * An instance makes something else of a page that another one has begun. That is nobody's
 * failure: they may be of two versions.
 */
final class DifferentPageException extends IOException {

	private final String words;

	/**
	 * @param words for people: what the instance did
	 */
	DifferentPageException(String words) {
		super(words);
		this.words = words;
	}

	String words() {
		return this.words;
	}

}
