package dev.clickpath.defaults.timing;

import java.io.IOException;
import java.io.PrintWriter;

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

	private final int room;

	/**
	 * @param service the name under which the time of the whole request is told
	 * @param room so long the header may be
	 */
	ServerTimingFilter(String service, int room) {
		this.service = service;
		this.room = room;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		ServerTiming timing = new ServerTiming();
		TimedResponse timedResponse = new TimedResponse(response, timing);
		ServerTiming.bind(timing);
		try {
			chain.doFilter(request, timedResponse);
		}
		finally {
			ServerTiming.unbind();
			timedResponse.tell();
		}
	}

	private final class TimedResponse extends HttpServletResponseWrapper {

		private final ServerTiming timing;

		TimedResponse(HttpServletResponse response, ServerTiming timing) {
			super(response);
			this.timing = timing;
		}

		void tell() {
			if (!this.timing.isTold() && !isCommitted()) {
				setHeader(ServerTiming.HEADER,
						this.timing.headerValue(ServerTimingFilter.this.service, ServerTimingFilter.this.room));
				this.timing.told();
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
