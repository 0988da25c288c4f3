package dev.clickpath.storefront.failure;

/**
 * There is no such page.
 */
public final class MissingPageException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	/**
	 * An exception for people.
	 * @param words one sentence: what is not there
	 */
	public MissingPageException(String words) {
		super(words, null, false, false);
	}

}
