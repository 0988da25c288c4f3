package dev.clickpath.cli.load.browsing;

import java.net.URI;
import java.util.Set;

import dev.clickpath.cli.load.accounting.Failure;
import dev.clickpath.cli.load.accounting.PageKind;
import dev.clickpath.cli.shopping.Page;
import org.jsoup.nodes.Element;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Looks whether an answer is what it should be.
 */
final class Checks {

	private static final int OK = 200;

	private static final int NO_CONTENT = 204;

	private static final int SERVER_ERRORS = 500;

	private static final int TOO_MANY = 429;

	/** A card that is declined, or something that has sold out, is an answer too. */
	private static final Set<Integer> REFUSALS = Set.of(409, 422);

	private static final int SHORTENED = 80;

	private Checks() {
	}

	/**
	 * Whether such a thing may be answered so.
	 */
	static void status(PageKind kind, int status, String what) throws WrongAnswerException {
		if (status == OK || (kind == PageKind.PAYMENT && REFUSALS.contains(status))
				|| (kind == PageKind.SCRIPT && status == NO_CONTENT)) {
			return;
		}
		Failure failure = (status == TOO_MANY) ? Failure.TOO_MANY
				: (status >= SERVER_ERRORS) ? Failure.SERVER_ERROR : Failure.CLIENT_ERROR;
		throw new WrongAnswerException(failure, "%s was answered %d".formatted(what, status));
	}

	/**
	 * Whether it is a whole page of the shop.
	 */
	static void page(Page page, String html, String contentType) throws WrongAnswerException {
		String path = page.address().getPath();
		if (!contentType.startsWith("text/html")) {
			throw wrong("%s is not a page but %s", path, contentType.isEmpty() ? "something" : contentType);
		}
		if (!html.stripTrailing().endsWith("</html>")) {
			throw wrong("%s ends with %s", path, html.substring(Math.max(0, html.length() - SHORTENED)).strip());
		}
		if (page.document().title().isBlank()) {
			throw wrong("%s has no %s", path, "title");
		}
		if (page.first("main h1").map(Element::text).filter((text) -> !text.isBlank()).isEmpty()) {
			throw wrong("%s has no %s", path, "heading");
		}
	}

	/**
	 * Whether it is an answer for the search field's script.
	 */
	static void suggestions(byte[] body, URI address) throws WrongAnswerException {
		try {
			JsonNode suggestions = JsonMapper.shared().readTree(body).path("suggestions");
			if (suggestions.isArray() && suggestions.valueStream().allMatch(Checks::isSuggestion)) {
				return;
			}
		}
		catch (JacksonException ex) {
			// Said below.
		}
		throw wrong("%s is no list of %s", address.toString(), "suggestions");
	}

	private static boolean isSuggestion(JsonNode suggestion) {
		return !suggestion.path("text").asString("").isBlank() && suggestion.path("url").asString("").startsWith("/");
	}

	private static WrongAnswerException wrong(String words, String path, String what) {
		return new WrongAnswerException(Failure.WRONG_CONTENT, words.formatted(path, what));
	}

}
