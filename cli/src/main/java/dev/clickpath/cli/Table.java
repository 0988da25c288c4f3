package dev.clickpath.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Rows of text in columns as wide as their widest cell.
 */
public final class Table {

	private static final String GAP = "  ";

	private final List<List<String>> rows = new ArrayList<>();

	private final List<Boolean> right;

	/**
	 * A table whose columns stand to the left, but for those that are told otherwise.
	 * @param right for each column from the first, whether it stands to the right
	 */
	public Table(Boolean... right) {
		this.right = List.of(right);
	}

	public void row(Object... cells) {
		this.rows.add(List.of(cells).stream().map(String::valueOf).toList());
	}

	public List<String> lines() {
		return this.rows.stream()
			.map((row) -> IntStream.range(0, row.size())
				.mapToObj((column) -> cell(row.get(column), column))
				.collect(Collectors.joining(GAP))
				.stripTrailing())
			.toList();
	}

	private String cell(String text, int column) {
		String space = " ".repeat(width(column) - text.length());
		return isRight(column) ? space + text : text + space;
	}

	private boolean isRight(int column) {
		return column < this.right.size() && this.right.get(column);
	}

	private int width(int column) {
		return this.rows.stream()
			.filter((row) -> column < row.size())
			.mapToInt((row) -> row.get(column).length())
			.max()
			.orElse(0);
	}

}
