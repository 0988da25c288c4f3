package dev.clickpath.edge.caching;

/**
 * The words of heads, each kept once: names, and values like {@code text/css}, are the
 * same in most of them. What shares a place with another word is not shared, which costs
 * room and no more; so nothing has to be locked, and who makes up words fills nothing.
 */
final class Words {

	private static final int PLACES = 1 << 12;

	private static final String[] KNOWN = new String[PLACES];

	private Words() {
	}

	/**
	 * The same word, and the same object as before if it can be.
	 */
	static String shared(String word) {
		int place = (word.hashCode() * 0x9E3779B9) >>> 20;
		String known = KNOWN[place];
		if (!word.equals(known)) {
			KNOWN[place] = word;
			return word;
		}
		return known;
	}

}
