package dev.clickpath.cli.click.report;

import dev.clickpath.cli.click.timeline.Span;

/**
 * A stretch of a bar.
 *
 * @param mark what it is drawn with
 * @param time when it was
 */
record Segment(char mark, Span time) {

}
