package dev.clickpath.cli.shopping;

/**
 * Where a shopper's pages come from. Redirects are followed; the page is the one they
 * lead to.
 */
public interface Pages {

	/**
	 * Loads a page.
	 * @throws NoAnswerException if there is no clear answer
	 */
	Page get(String path) throws NoAnswerException;

	/**
	 * Sends a form, as often as this kind of shopper does.
	 * @throws NoAnswerException if there is no clear answer
	 */
	Page submit(Form form) throws NoAnswerException;

	/**
	 * Sends a form once.
	 * @throws NoAnswerException if there is no clear answer
	 */
	Page submitOnce(Form form) throws NoAnswerException;

}
