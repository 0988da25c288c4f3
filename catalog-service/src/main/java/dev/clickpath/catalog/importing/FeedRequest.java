package dev.clickpath.catalog.importing;

import java.util.Map;

import dev.clickpath.catalog.problem.InvalidParameterException;
import dev.clickpath.catalog.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What somebody wants who posts a feed.
 *
 * @param replace whether products that it does not have go
 * @param progress whether to tell how far it is while it goes on
 */
record FeedRequest(boolean replace, boolean progress) {

	private static final String REPLACE = "replace";

	private static final String LINES = "application/x-ndjson";

	/**
	 * Reads everything but the body, which stays as it is, whatever the client calls it.
	 */
	static FeedRequest of(HttpServletRequest request) {
		if (!HttpMethod.POST.matches(request.getMethod())) {
			throw new NotAllowedException(HttpStatus.METHOD_NOT_ALLOWED, "Feeds come by POST.");
		}
		if (request.getHeader(HttpHeaders.ORIGIN) != null) {
			// A page of anybody can make a browser on this machine ask for this.
			throw new NotAllowedException(HttpStatus.FORBIDDEN, "Feeds are not taken from a browser's pages.");
		}
		String accept = request.getHeader(HttpHeaders.ACCEPT);
		return new FeedRequest(replace(request.getQueryString()), accept != null && accept.contains(LINES));
	}

	private static boolean replace(String query) {
		Map<String, String> parameters = UriComponentsBuilder.newInstance()
			.query(query)
			.build()
			.getQueryParams()
			.asSingleValueMap();
		for (String name : parameters.keySet()) {
			if (!name.equals(REPLACE)) {
				throw new InvalidParameterException(name, "is not known here; there is only " + REPLACE);
			}
		}
		if (!parameters.containsKey(REPLACE)) {
			return false;
		}
		return switch (String.valueOf(parameters.get(REPLACE))) {
			case "true" -> true;
			case "false" -> false;
			default -> throw new InvalidParameterException(REPLACE, "must be true or false");
		};
	}

	private static final class NotAllowedException extends ProblemException {

		NotAllowedException(HttpStatus status, String detail) {
			super(status, "not-allowed", "Not allowed", detail);
		}

	}

}
