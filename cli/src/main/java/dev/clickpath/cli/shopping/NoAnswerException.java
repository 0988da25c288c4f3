package dev.clickpath.cli.shopping;

/**
 * The shop gave no clear answer for as long as a shopper waits for one.
 */
public final class NoAnswerException extends Exception {

	private static final long serialVersionUID = 1L;

	private final String seen;

	/**
	 * Somebody has given up.
	 * @param seen what they saw then
	 */
	public NoAnswerException(String seen) {
		super(seen, null, false, false);
		this.seen = seen;
	}

	public String seen() {
		return this.seen;
	}

}
