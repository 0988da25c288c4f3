package dev.clickpath.catalog.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

import dev.clickpath.catalog.problem.ProblemException;
import jakarta.servlet.http.HttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;

/**
 * Tells what comes of a feed: in one answer at the end, or, for who wants to know how far
 * it is, in JSON objects line by line, the last of which is the report or the problem.
 */
final class FeedAnswer implements FeedProgress.Observer {

	private final HttpServletResponse response;

	private final JsonMapper jsonMapper;

	private final boolean progress;

	private boolean begun;

	FeedAnswer(HttpServletResponse response, JsonMapper jsonMapper, boolean progress) {
		this.response = response;
		this.jsonMapper = jsonMapper;
		this.progress = progress;
	}

	/**
	 * Tells how far it is. When nobody listens any more it throws.
	 */
	@Override
	public void told(FeedProgress progress) {
		if (this.progress) {
			try {
				line("progress", progress);
			}
			catch (IOException ex) {
				throw new AbandonedException(ex);
			}
		}
	}

	void report(FeedReport report) throws IOException {
		if (this.progress) {
			line("report", report);
		}
		else {
			whole(HttpServletResponse.SC_OK, MediaType.APPLICATION_JSON, report);
		}
	}

	void problem(ProblemException problem) throws IOException {
		Map<String, Object> told = told(problem.getBody());
		if (this.begun) {
			line("problem", told);
		}
		else {
			problem.getHeaders()
				.forEach((name, values) -> values.forEach((value) -> this.response.addHeader(name, value)));
			whole(problem.getStatusCode().value(), MediaType.APPLICATION_PROBLEM_JSON, told);
		}
	}

	private static Map<String, Object> told(ProblemDetail problem) {
		Map<String, Object> told = new LinkedHashMap<>();
		told.put("type", String.valueOf(problem.getType()));
		told.put("title", String.valueOf(problem.getTitle()));
		told.put("status", problem.getStatus());
		told.put("detail", String.valueOf(problem.getDetail()));
		if (problem.getProperties() != null) {
			told.putAll(problem.getProperties());
		}
		return told;
	}

	private void line(String name, Object content) throws IOException {
		if (!this.begun) {
			this.response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
			this.begun = true;
		}
		this.response.getOutputStream().write(this.jsonMapper.writeValueAsBytes(Map.of(name, content)));
		this.response.getOutputStream().write('\n');
		this.response.flushBuffer();
	}

	private void whole(int status, MediaType type, Object content) throws IOException {
		this.response.setStatus(status);
		this.response.setContentType(type.toString());
		this.response.getOutputStream().write(this.jsonMapper.writeValueAsBytes(content));
	}

	/**
	 * Whoever brought the feed has gone.
	 */
	static final class AbandonedException extends RuntimeException {

		AbandonedException(IOException cause) {
			super("Whoever brought the feed has gone", cause);
		}

	}

}
