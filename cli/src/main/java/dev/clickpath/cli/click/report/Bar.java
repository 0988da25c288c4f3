package dev.clickpath.cli.click.report;

import java.util.List;

import dev.clickpath.cli.click.timeline.Span;

/**
 * Draws stretches of time on a line that is as long as the whole click.
 *
 * @param total how long the whole was, in nanoseconds
 * @param width how many characters it has
 */
record Bar(long total, int width) {

	/**
	 * The line. Each character shows what most of its time was spent with; what is
	 * shorter than one character is shown nevertheless where nothing else is.
	 */
	String of(List<Segment> segments) {
		StringBuilder line = new StringBuilder(this.width);
		for (int column = 0; column < this.width; column++) {
			line.append(mark(segments, column));
		}
		return line.toString().stripTrailing();
	}

	private char mark(List<Segment> segments, int column) {
		double start = (double) this.total * column / this.width;
		double end = (double) this.total * (column + 1) / this.width;
		char mark = ' ';
		double most = -1;
		for (Segment segment : segments) {
			Span time = segment.time();
			double share = Math.min(end, (double) time.to()) - Math.max(start, (double) time.from());
			boolean touches = share > 0 || (time.length() == 0 && column == column(time.from()));
			if (touches && share > most) {
				most = share;
				mark = segment.mark();
			}
		}
		return mark;
	}

	private int column(long moment) {
		return (int) Math.min(this.width - 1L, moment * this.width / Math.max(1, this.total));
	}

}
