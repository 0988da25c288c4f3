package dev.clickpath.cli.load.browsing;

import java.util.List;

import dev.clickpath.cli.click.timeline.FieldValue;
import dev.clickpath.cli.load.accounting.EdgeFigures;

/**
 * What {@code Cache-Status} (RFC 9211) tells of an answer of the edge.
 */
final class EdgeAnswers {

	static final EdgeFigures KEPT = new EdgeFigures(0, 0, 0, 0, 0, 0, 1);

	private static final String EDGE = "clickpath-edge";

	private EdgeAnswers() {
	}

	static EdgeFigures of(Answer answer) {
		long bytes = answer.body().length;
		long unchanged = (answer.status() == 304) ? 1 : 0;
		for (String cache : FieldValue.split(answer.field("Cache-Status").orElse(""), ',')) {
			List<String> parts = FieldValue.split(cache, ';');
			if (parts.getFirst().equals(EDGE)) {
				return parts.contains("hit") ? new EdgeFigures(1, 0, 0, bytes, 0, unchanged, 0)
						: new EdgeFigures(0, 1, 0, 0, bytes, unchanged, 0);
			}
		}
		return new EdgeFigures(0, 0, 1, 0, bytes, unchanged, 0);
	}

}
