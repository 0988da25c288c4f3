package dev.clickpath.catalog.ranking;

/**
 * How far apart two spellings are: letters more, less, other or swapped count one each
 * (Damerau 1964), a letter doubled or written as it sounds half.
 */
public final class Edits {

	private Edits() {
	}

	static double between(String typed, String word) {
		double full = distance(typed, word);
		return (full > 0 && skeleton(typed).equals(skeleton(word))) ? full / 2 : full;
	}

	/** What is left when doubled letters and spellings of the same sound are made one. */
	private static String skeleton(String word) {
		return word.replace("ph", "f")
			.replace("ck", "k")
			.replace('c', 'k')
			.replace('z', 's')
			.replaceAll("(.)\\1", "$1");
	}

	/**
	 * How many letters are more, less, other or swapped.
	 */
	public static int distance(String from, String to) {
		int[][] distance = new int[from.length() + 1][to.length() + 1];
		for (int i = 0; i <= from.length(); i++) {
			for (int j = 0; j <= to.length(); j++) {
				if (i == 0 || j == 0) {
					distance[i][j] = i + j;
					continue;
				}
				boolean same = from.charAt(i - 1) == to.charAt(j - 1);
				int least = Math.min(distance[i - 1][j], distance[i][j - 1]) + 1;
				least = Math.min(least, distance[i - 1][j - 1] + (same ? 0 : 1));
				if (i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2)
						&& from.charAt(i - 2) == to.charAt(j - 1)) {
					least = Math.min(least, distance[i - 2][j - 2] + 1);
				}
				distance[i][j] = least;
			}
		}
		return distance[from.length()][to.length()];
	}

}
