package dev.clickpath.defaults.tracing;

import java.io.IOException;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import dev.clickpath.defaults.timing.ServerTiming;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Makes spans of what a request has told of its own steps: statements, parts of a page,
 * the index. They are measured once, told in Server-Timing, and written down here when
 * the request's trace is recorded. Calls of other services have spans of their own.
 */
final class StepSpans extends OncePerRequestFilter {

	private static final String ROWS = "rows=";

	private static final long NANOS_A_SECOND = 1_000_000_000;

	private final Tracer tracer;

	StepSpans(Tracer tracer) {
		this.tracer = tracer;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		finally {
			Span span = this.tracer.currentSpan();
			if (span != null && Boolean.TRUE.equals(span.context().sampled())) {
				record(span, ServerTiming.current());
			}
		}
	}

	private void record(Span parent, ServerTiming timing) {
		Instant now = Instant.now();
		long begin = now.getEpochSecond() * NANOS_A_SECOND + now.getNano() - timing.elapsed();
		for (ServerTiming.Entry step : timing.entries()) {
			if (step.own() && step.start() >= 0 && step.duration() >= 0) {
				Span.Builder builder = this.tracer.spanBuilder()
					.setParent(parent.context())
					.name(step.name())
					.startTimestamp(begin + step.start(), TimeUnit.NANOSECONDS);
				describe(step, builder);
				builder.start().end(begin + step.start() + step.duration(), TimeUnit.NANOSECONDS);
			}
		}
	}

	/** A statement is told as OpenTelemetry's conventions for databases want it. */
	private static void describe(ServerTiming.Entry step, Span.Builder builder) {
		String words = step.words();
		if (words != null) {
			builder.tag("clickpath.step", words);
		}
		String statement = step.detail();
		if (statement != null) {
			builder.kind(Span.Kind.CLIENT)
				.tag("db.system.name", "postgresql")
				.tag("db.query.text", statement.strip().replaceAll("\\s+", " "));
			if (words != null && words.startsWith(ROWS)) {
				builder.tag("db.response.returned_rows", words.substring(ROWS.length()));
			}
		}
	}

}
