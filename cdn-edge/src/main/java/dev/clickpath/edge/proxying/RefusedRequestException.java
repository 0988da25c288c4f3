package dev.clickpath.edge.proxying;

/**
 * A request that goes no further.
 */
final class RefusedRequestException extends Exception {

	private static final long serialVersionUID = 1L;

	private final transient Problem problem;

	RefusedRequestException(Problem problem) {
		super(problem.title(), null, false, false);
		this.problem = problem;
	}

	Problem problem() {
		return this.problem;
	}

}
