package dev.clickpath.recommendation.parameter;

/**
 * What an id may look like. Anything else is refused at the door, so that ids are safe to
 * log and to hand on.
 */
public enum Identifier {

	VISITOR("_-"), PRODUCT("._-");

	private static final int LONGEST = 64;

	private final String punctuation;

	Identifier(String punctuation) {
		this.punctuation = punctuation;
	}

	public boolean matches(String id) {
		return !id.isEmpty() && id.length() <= LONGEST && id.chars().allMatch(this::isAllowed);
	}

	private boolean isAllowed(int c) {
		return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
				|| this.punctuation.indexOf(c) >= 0;
	}

	/**
	 * What an id has to be, for people.
	 */
	public String rule() {
		return "must be 1 to %d of the characters A-Z a-z 0-9 %s".formatted(LONGEST,
				String.join(" ", this.punctuation.split("")));
	}

}
