package dev.clickpath.catalog.ranking;

import java.util.ArrayList;
import java.util.List;

import dev.clickpath.catalog.ranking.Part.Link;

/**
 * What people take for a word: parts with nothing between them.
 *
 * @param term what it is found by: the base form of a word, a code as it is
 * @param stem what it has in common with other words of its kin; the term itself when it
 * is no word
 * @param surface as it is written, in lower case and without accents
 * @param isLittle whether it says nothing about a product
 */
record Chunk(String term, String stem, String surface, boolean isLittle, List<Part> parts) {

	/**
	 * What it is found by when its kin is typed: marked, for a stem may look like another
	 * word.
	 */
	String kin() {
		return "~" + this.stem;
	}

	/**
	 * The term with numbers as they are when a decimal that says nothing is left out:
	 * {@code usb3} for {@code usb3.0}.
	 */
	String plain() {
		return this.term.contains(".0") ? Chunks.bounded(this.parts, Units::plain) : this.term;
	}

	Link link() {
		return this.parts.getFirst().link();
	}

	/**
	 * The same behind a blank.
	 */
	Chunk spaced() {
		List<Part> spaced = new ArrayList<>(this.parts);
		spaced.set(0, this.parts.getFirst().linked(Link.SPACED));
		return new Chunk(this.term, this.stem, this.surface, this.isLittle, List.copyOf(spaced));
	}

	boolean isWord() {
		return this.parts.size() == 1 && !this.parts.getFirst().number();
	}

	boolean isNumber() {
		return this.parts.size() == 1 && this.parts.getFirst().number();
	}

	/**
	 * Whether it has both letters and digits.
	 */
	boolean isCode() {
		return this.parts.size() > 1;
	}

	/**
	 * Whether it and the next are one word when no blank is between them: a little word
	 * and one that is not.
	 */
	boolean bindsWith(Chunk next) {
		return this.isLittle ? Stems.isBinding(this.surface) && !next.isLittle : Stems.isBinding(next.surface);
	}

	int start() {
		return this.parts.getFirst().start();
	}

	int end() {
		return this.parts.getLast().end();
	}

}
