package dev.clickpath.defaults.timing;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Opens a {@link ServerTiming} for each request and writes it into the answer's header
 * when the body begins: later is too late, earlier knows nothing.
 */
final class ServerTimingFilter extends OncePerRequestFilter {

	private final String service;

	/**
	 * @param service the name under which the time of the whole request is told
	 */
	ServerTimingFilter(String service) {
		this.service = service;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ServerTiming timing = new ServerTiming();
		TimedResponse timedResponse = new TimedResponse(response, timing, this.service);
		ServerTiming.bind(timing);
		try {
			chain.doFilter(request, timedResponse);
		}
		finally {
			ServerTiming.unbind();
			timedResponse.tell();
		}
	}

	private static final class TimedResponse extends HttpServletResponseWrapper {

		private final ServerTiming timing;

		private final String service;

		private final long start = System.nanoTime();

		private boolean told;

		TimedResponse(HttpServletResponse response, ServerTiming timing, String service) {
			super(response);
			this.timing = timing;
			this.service = service;
		}

		void tell() {
			if (!this.told && !isCommitted()) {
				this.told = true;
				this.timing.add(this.service, Duration.ofNanos(System.nanoTime() - this.start));
				setHeader(ServerTiming.HEADER, this.timing.headerValue());
			}
		}

		@Override
		public ServletOutputStream getOutputStream() throws IOException {
			tell();
			return super.getOutputStream();
		}

		@Override
		public PrintWriter getWriter() throws IOException {
			tell();
			return super.getWriter();
		}

		@Override
		public void flushBuffer() throws IOException {
			tell();
			super.flushBuffer();
		}

	}

}
