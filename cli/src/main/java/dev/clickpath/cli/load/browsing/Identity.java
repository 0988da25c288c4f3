package dev.clickpath.cli.load.browsing;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.clickpath.cli.load.accounting.Failure;
import dev.clickpath.cli.shopping.Page;
import org.jsoup.nodes.Element;

/**
 * Whom the shop is to take somebody for. All shoppers have names that nobody else has, so
 * a page with another shopper's name on it is seen to be somebody else's.
 *
 * @param name of the shopper, as in {@link #name(String)}
 * @param presence whether the shop knows it
 */
public record Identity(String name, Presence presence) {

	private static final String FAMILY = "Quillory";

	private static final Pattern NAMES = Pattern.compile(FAMILY + "-[0-9a-z]+");

	/**
	 * Whether somebody is signed in.
	 */
	public enum Presence {

		SIGNED_IN, STRANGER,

		/** On the way from one to the other. */
		EITHER

	}

	/**
	 * A name that nobody else has.
	 * @param token small letters and digits
	 */
	public static String name(String token) {
		return FAMILY + "-" + token;
	}

	public Identity now(Presence presence) {
		return new Identity(this.name, presence);
	}

	/**
	 * Looks for whom the page is.
	 * @throws WrongAnswerException if it is somebody else's
	 */
	void check(Page page, String html) throws WrongAnswerException {
		Matcher names = NAMES.matcher(html);
		while (names.find()) {
			if (!names.group().equals(this.name)) {
				throw wrong("%s saw the name %s at %s", page, names.group());
			}
		}
		Optional<String> greeted = page.first("details.account-menu > summary .word").map(Element::text);
		if (this.presence == Presence.SIGNED_IN && greeted.isEmpty()) {
			throw wrong("%s is signed in, and was taken for %s at %s", page, "a stranger");
		}
		if (this.presence == Presence.STRANGER && greeted.isPresent()) {
			throw wrong("%s is not signed in, and was taken for %s at %s", page, greeted.get());
		}
	}

	private WrongAnswerException wrong(String words, Page page, String other) {
		return new WrongAnswerException(Failure.WRONG_PERSON,
				words.formatted(this.name, other, page.address().getPath()));
	}

}
