package dev.clickpath.storefront.language;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A text, perhaps with places for arguments, in the syntax of
 * {@link java.text.MessageFormat} as far as the shop needs it: <code>{0}</code>,
 * <code>{0,choice,0#none|1#one|1&lt;many}</code>, and <code>''</code> for an apostrophe
 * in a text that has arguments. Unlike the JDK's it is taken apart once, and many threads
 * may use it.
 */
final class Message {

	private final List<Piece> pieces;

	private final @Nullable String plain;

	private Message(List<Piece> pieces, @Nullable String plain) {
		this.pieces = pieces;
		this.plain = plain;
	}

	/**
	 * A text without a brace stands for itself, apostrophes too.
	 */
	static Message of(String text) {
		return (text.indexOf('{') < 0) ? new Message(List.of(), text) : new Message(new Parser(text).pieces(), null);
	}

	/**
	 * The text when it takes no arguments, else null.
	 */
	@Nullable String plain() {
		return this.plain;
	}

	void append(StringBuilder text, Words words, Object... arguments) {
		if (this.plain != null) {
			text.append(this.plain);
		}
		for (Piece piece : this.pieces) {
			piece.append(text, words, arguments);
		}
	}

	private sealed interface Piece permits Literal, Argument, Choice {

		void append(StringBuilder text, Words words, Object... arguments);

	}

	private record Literal(String literal) implements Piece {

		@Override
		public void append(StringBuilder text, Words words, Object... arguments) {
			text.append(this.literal);
		}

	}

	private record Argument(int index) implements Piece {

		@Override
		public void append(StringBuilder text, Words words, Object... arguments) {
			Object argument = arguments[this.index];
			text.append((argument instanceof Number number) ? words.number(number.longValue()) : argument);
		}

	}

	private record Choice(int index, List<Branch> branches) implements Piece {

		/** The last branch that begins at or below the number, else the first. */
		@Override
		public void append(StringBuilder text, Words words, Object... arguments) {
			long number = ((Number) arguments[this.index]).longValue();
			Message chosen = this.branches.getFirst().message();
			for (Branch branch : this.branches) {
				if (number >= branch.from()) {
					chosen = branch.message();
				}
			}
			chosen.append(text, words, arguments);
		}

	}

	private record Branch(long from, Message message) {
	}

	private static final class Parser {

		private final String text;

		private int at;

		Parser(String text) {
			this.text = text;
		}

		List<Piece> pieces() {
			List<Piece> pieces = new ArrayList<>();
			StringBuilder literal = new StringBuilder();
			while (this.at < this.text.length()) {
				char next = this.text.charAt(this.at++);
				if (next == '\'') {
					if (this.at == this.text.length() || this.text.charAt(this.at++) != '\'') {
						throw malformed("an apostrophe must be written twice");
					}
					literal.append(next);
				}
				else if (next == '{') {
					if (!literal.isEmpty()) {
						pieces.add(new Literal(literal.toString()));
						literal.setLength(0);
					}
					pieces.add(place());
				}
				else {
					literal.append(next);
				}
			}
			if (!literal.isEmpty()) {
				pieces.add(new Literal(literal.toString()));
			}
			return List.copyOf(pieces);
		}

		private Piece place() {
			int end = end();
			String[] parts = this.text.substring(this.at, end).split(",", 3);
			this.at = end + 1;
			if (!parts[0].matches("[0-9]")) {
				throw malformed("a place begins with the number of its argument");
			}
			int index = parts[0].charAt(0) - '0';
			if (parts.length == 1) {
				return new Argument(index);
			}
			if (parts.length != 3 || !parts[1].equals("choice")) {
				throw malformed("a place is {0} or {0,choice,…}");
			}
			return new Choice(index, branches(parts[2]));
		}

		/** Where the place ends that has begun: at the brace that closes it. */
		private int end() {
			int depth = 1;
			for (int end = this.at; end < this.text.length(); end++) {
				char next = this.text.charAt(end);
				depth += (next == '{') ? 1 : (next == '}') ? -1 : 0;
				if (depth == 0) {
					return end;
				}
			}
			throw malformed("a brace is not closed");
		}

		private List<Branch> branches(String choice) {
			List<Branch> branches = new ArrayList<>();
			for (String branch : choice.split("\\|", -1)) {
				int sign = branch.indexOf('#');
				int above = branch.indexOf('<');
				boolean isAbove = above >= 0 && (sign < 0 || above < sign);
				int limit = isAbove ? above : sign;
				if (limit < 1 || branch.indexOf('\'') >= 0) {
					throw malformed("a branch is 1#… or 1<…, without a straight apostrophe");
				}
				branches.add(new Branch(Long.parseLong(branch.substring(0, limit)) + (isAbove ? 1 : 0),
						Message.of(branch.substring(limit + 1))));
			}
			return List.copyOf(branches);
		}

		private IllegalArgumentException malformed(String why) {
			return new IllegalArgumentException("Cannot read \"" + this.text + "\": " + why);
		}

	}

}
