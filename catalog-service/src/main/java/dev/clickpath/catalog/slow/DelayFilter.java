package dev.clickpath.catalog.slow;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Has requests wait. On a virtual thread each, so that all are slow and none is refused.
 */
final class DelayFilter extends OncePerRequestFilter {

	private final Delay delay;

	private final Waiting waiting;

	/**
	 * Lets time go by.
	 */
	@FunctionalInterface
	interface Waiting {

		void wait(Duration time) throws InterruptedException;

	}

	DelayFilter(Delay delay, Waiting waiting) {
		this.delay = delay;
		this.waiting = waiting;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Duration time = this.delay.now();
		if (time.isPositive()) {
			try {
				this.waiting.wait(time);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		}
		chain.doFilter(request, response);
	}

}
