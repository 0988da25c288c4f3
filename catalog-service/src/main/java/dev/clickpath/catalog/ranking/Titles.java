package dev.clickpath.catalog.ranking;

import java.util.ArrayList;
import java.util.List;

import dev.clickpath.catalog.ranking.Part.Link;

/**
 * Titles that begin with the brand, perhaps with a dash or the like behind it: "Acme -
 * Laptop" is called as "Acme Laptop" is.
 */
final class Titles {

	private Titles() {
	}

	/**
	 * A title in which nothing stands between the brand that it begins with and the rest.
	 */
	static List<Chunk> joined(List<Chunk> title, List<Chunk> brand) {
		int rest = rest(title, brand);
		if (rest == 0 || rest == title.size() || title.get(rest).link() != Link.APART) {
			return title;
		}
		List<Chunk> joined = new ArrayList<>(title);
		joined.set(rest, title.get(rest).spaced());
		return joined;
	}

	/**
	 * Where that begins which follows the brand, 0 when the brand is not in front.
	 */
	static int rest(List<Chunk> title, List<Chunk> brand) {
		int size = brand.size();
		boolean begins = size <= title.size() && Question.whole(title.subList(0, size)).equals(Question.whole(brand));
		return begins ? size : 0;
	}

}
