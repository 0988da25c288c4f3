package dev.clickpath.catalog.importing;

import java.io.IOException;

import dev.clickpath.catalog.importing.FeedAnswer.AbandonedException;
import dev.clickpath.catalog.problem.Doorkeeper;
import dev.clickpath.catalog.problem.ProblemException;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes feeds. Their bodies are read as they come, and never are in memory as a whole.
 */
final class FeedServlet implements Servlet {

	private static final Logger logger = LoggerFactory.getLogger(FeedServlet.class);

	private final FeedImport feedImport;

	private final Doorkeeper doorkeeper;

	private final JsonMapper jsonMapper;

	private @Nullable ServletConfig config;

	FeedServlet(FeedImport feedImport, Doorkeeper doorkeeper, JsonMapper jsonMapper) {
		this.feedImport = feedImport;
		this.doorkeeper = doorkeeper;
		this.jsonMapper = jsonMapper;
	}

	@Override
	public void service(ServletRequest request, ServletResponse response) throws IOException {
		take((HttpServletRequest) request, (HttpServletResponse) response);
	}

	private void take(HttpServletRequest request, HttpServletResponse response) throws IOException {
		FeedAnswer answer = new FeedAnswer(response, this.jsonMapper, false);
		try {
			FeedRequest wish = FeedRequest.of(request);
			answer = new FeedAnswer(response, this.jsonMapper, wish.progress());
			this.doorkeeper.check();
			answer.report(this.feedImport.run(request::getInputStream, wish.replace(), answer));
		}
		catch (ProblemException ex) {
			answer.problem(ex);
		}
		catch (AbandonedException ex) {
			logger.info("A feed was given up by who brought it: the catalogue stays as it was");
		}
	}

	@Override
	public void init(ServletConfig config) {
		this.config = config;
	}

	@Override
	public @Nullable ServletConfig getServletConfig() {
		return this.config;
	}

	@Override
	public String getServletInfo() {
		return "Product feeds";
	}

	@Override
	public void destroy() {
		// Nothing is kept.
	}

}
