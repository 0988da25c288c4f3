package dev.clickpath.storefront.failure;

import dev.clickpath.storefront.language.Words;

/**
 * There is no such page.
 */
public final class MissingPageException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String key;

	private final transient Object[] arguments;

	/**
	 * An exception for people.
	 * @param key the key of one sentence: what is not there
	 * @param arguments what the sentence speaks of
	 */
	public MissingPageException(String key, Object... arguments) {
		super(key, null, false, false);
		this.key = key;
		this.arguments = arguments.clone();
	}

	String words(Words words) {
		return (this.arguments.length == 0) ? words.of(this.key) : words.of(this.key, this.arguments);
	}

}
