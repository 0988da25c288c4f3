package dev.clickpath.cli.shopping;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * A page as a shopper has it before them.
 *
 * @param status the status it came with
 * @param address where it was found in the end
 * @param document what it says
 * @param taken from the question to the last byte, with all redirects and repeats between
 */
public record Page(int status, URI address, Document document, Duration taken) {

	/**
	 * Reads a page, however broken it is.
	 */
	public static Page of(int status, URI address, String html, Duration taken) {
		return new Page(status, address, Jsoup.parse(html, address.toString()), taken);
	}

	/**
	 * The first form whose action begins so.
	 */
	public Optional<Form> form(String action) {
		return this.document.forms()
			.stream()
			.filter((form) -> action(form).startsWith(action))
			.findFirst()
			.map((form) -> Form.of(form, this.address));
	}

	private static String action(FormElement form) {
		return form.attr("action");
	}

	/**
	 * The first element that a CSS query finds.
	 */
	public Optional<Element> first(String query) {
		return Optional.ofNullable(this.document.selectFirst(query));
	}

	/** What it says, shortened for a ledger. */
	String gist() {
		Element main = this.document.selectFirst("main");
		String text = ((main != null) ? main : this.document).text();
		return "%s was answered %d: %s".formatted(this.address.getPath(), this.status,
				text.substring(0, Math.min(text.length(), 160)));
	}

}
