package dev.clickpath.recommendation.parameter;

import java.nio.charset.StandardCharsets;

/**
 * What an id may be: any text that fits on a line, since others have made it. Anything
 * else is refused at the door, so that ids are safe to log and to stand in an address,
 * where slashes and the like are percent-encoded.
 */
public enum Identifier {

	/** An index holds a visitor, a product and a query, in at most 2,704 bytes. */
	VISITOR(256), PRODUCT(256), REGION(32);

	private final int longest;

	/**
	 * @param longest how many bytes in UTF-8
	 */
	Identifier(int longest) {
		this.longest = longest;
	}

	public boolean matches(String id) {
		// Whoever follows an address takes a step called . or .. away (RFC 3986, 5.2.4).
		return !id.isEmpty() && fits(id) && PlainText.is(id) && !id.equals(".") && !id.equals("..");
	}

	private boolean fits(String id) {
		return id.length() <= this.longest && id.getBytes(StandardCharsets.UTF_8).length <= this.longest;
	}

	/**
	 * What an id has to be, for people.
	 */
	public String rule() {
		return "must be text of 1 to %d bytes without control characters, and neither . nor ..".formatted(this.longest);
	}

}
