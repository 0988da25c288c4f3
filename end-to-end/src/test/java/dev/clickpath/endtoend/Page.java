package dev.clickpath.endtoend;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTML page as a test looks at it.
 */
record Page(String html) {

	static Page of(HttpResponse<String> response) {
		return new Page(response.body());
	}

	/** The addresses in {@code href} attributes that begin so, each once. */
	List<String> links(String prefix) {
		return attributes("href", prefix);
	}

	/** The addresses in {@code src} attributes that begin so, each once. */
	List<String> sources(String prefix) {
		return attributes("src", prefix);
	}

	private List<String> attributes(String name, String prefix) {
		return Pattern.compile(name + "=\"(" + Pattern.quote(prefix) + "[^\"]*)\"")
			.matcher(this.html)
			.results()
			.map((match) -> match.group(1).replace("&amp;", "&"))
			.distinct()
			.toList();
	}

	/**
	 * What the page's forms are known by.
	 */
	String formToken() {
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(this.html);
		if (!token.find()) {
			throw new IllegalStateException("No form of the page has a token");
		}
		return token.group(1);
	}

	int count(String text) {
		return this.html.split(Pattern.quote(text), -1).length - 1;
	}

}
