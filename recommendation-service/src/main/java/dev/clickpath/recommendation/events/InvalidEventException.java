package dev.clickpath.recommendation.events;

import java.util.List;

import dev.clickpath.recommendation.problem.ProblemException;

import org.springframework.http.HttpStatus;

/**
 * Events of a request cannot be understood; none of the request is stored.
 */
class InvalidEventException extends ProblemException {

	private static final int TOLD = 100;

	/**
	 * @param rows the rows that are wrong, at least one
	 */
	InvalidEventException(List<BadRow> rows) {
		super(HttpStatus.BAD_REQUEST, "invalid-event", "Invalid event",
				"%s%s. Nothing of this request was stored.".formatted(rows.getFirst().sentence(), others(rows)));
		getBody().setProperty("row", rows.getFirst().row());
		getBody().setProperty("field", rows.getFirst().field());
		getBody().setProperty("rows", rows.subList(0, Math.min(rows.size(), TOLD)));
	}

	private static String others(List<BadRow> rows) {
		return switch (rows.size()) {
			case 1 -> "";
			case 2 -> ", and another row is wrong";
			default -> ", and %d other rows are wrong".formatted(rows.size() - 1);
		};
	}

}
