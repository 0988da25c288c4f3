package dev.clickpath.recommendation.parameter;

/**
 * What an id may look like. Anything else is refused at the door, so that ids are safe to
 * log, and to stand in an address as they are.
 */
public enum Identifier {

	VISITOR(64), PRODUCT(64), REGION(32);

	private static final String PUNCTUATION = "._-:@+=";

	private final int longest;

	Identifier(int longest) {
		this.longest = longest;
	}

	public boolean matches(String id) {
		return !id.isEmpty() && id.length() <= this.longest && id.chars().allMatch(Identifier::isAllowed)
				&& !id.equals(".") && !id.equals("..");
	}

	private static boolean isAllowed(int c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
				|| PUNCTUATION.indexOf(c) >= 0;
	}

	/**
	 * What an id has to be, for people.
	 */
	public String rule() {
		return "must be 1 to %d of the characters A-Z a-z 0-9 %s".formatted(this.longest,
				String.join(" ", PUNCTUATION.split("")));
	}

}
