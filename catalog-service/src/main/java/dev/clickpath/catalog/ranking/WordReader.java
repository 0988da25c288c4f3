package dev.clickpath.catalog.ranking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.clickpath.catalog.ranking.Part.Link;

/**
 * Reads the words of a text as they are written, without case and accents, and where they
 * stand. What a hyphen joins is a word as a whole, too.
 */
public final class WordReader {

	private final Chunks chunks = new Chunks();

	/**
	 * A word of a text.
	 *
	 * @param start where it begins in the text, in characters
	 * @param end where it ends
	 */
	public record Word(String word, int start, int end) {

		/**
		 * Where so many of its letters and digits end in the text.
		 */
		public int end(int letters, String text) {
			int left = letters;
			for (int i = this.start; i < this.end; i++) {
				if (left == 0) {
					return i;
				}
				if (Character.isLetterOrDigit(text.charAt(i))) {
					left--;
				}
			}
			return this.end;
		}

	}

	/**
	 * The words between blanks and hyphens.
	 */
	public List<Word> words(String text) {
		return this.chunks.of(text).stream().map(WordReader::word).toList();
	}

	/**
	 * The same, and then what hyphens join.
	 */
	public List<Word> wordsAndJoined(String text) {
		List<Chunk> chunks = this.chunks.of(text);
		List<Word> words = new ArrayList<>(chunks.stream().map(WordReader::word).toList());
		for (int i = 0; i < chunks.size(); i++) {
			StringBuilder joined = new StringBuilder(chunks.get(i).surface());
			int last = i;
			while (last + 1 < chunks.size() && chunks.get(last + 1).link() == Link.JOINED) {
				joined.append(chunks.get(++last).surface());
			}
			if (last > i) {
				words.add(new Word(joined.toString(), chunks.get(i).start(), chunks.get(last).end()));
			}
			i = last;
		}
		return words;
	}

	/**
	 * What a title names, with the word in front of it: {@code gaming laptop}; empty when
	 * there are no such two words, or the brand is one of them.
	 */
	public String thing(String title, String brand) {
		List<Chunk> ofBrand = this.chunks.of(brand);
		List<Chunk> chunks = Titles.joined(this.chunks.of(title), ofBrand);
		int head = Heads.of(chunks);
		if (head < 1 || chunks.get(head).link() == Link.APART || !chunks.get(head - 1).isWord()) {
			return "";
		}
		if (!ofBrand.isEmpty() && ofBrand.getLast().term().equals(chunks.get(head - 1).term())) {
			return "";
		}
		return title.substring(chunks.get(head - 1).start(), chunks.get(head).end()).toLowerCase(Locale.ROOT);
	}

	private static Word word(Chunk chunk) {
		return new Word(chunk.surface(), chunk.start(), chunk.end());
	}

}
