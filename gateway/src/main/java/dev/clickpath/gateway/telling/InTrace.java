package dev.clickpath.gateway.telling;

import java.util.Optional;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import org.slf4j.MDC;

import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.web.server.ServerWebExchange;

/**
 * Writes down what happens to a request under the name of its trace. Requests share event
 * loops, so a thread does not know whose request it works for; carrying that through
 * every operator would cost each request more than the few lines are worth.
 */
public final class InTrace {

	private static final String TRACE = "traceId";

	private static final String SPAN = "spanId";

	private InTrace() {
	}

	/** Runs what writes to the log. */
	public static void log(ServerWebExchange exchange, Runnable writing) {
		Optional<TraceContext> trace = ServerRequestObservationContext.findCurrent(exchange.getAttributes())
			.map((observation) -> observation.<TracingContext>get(TracingContext.class))
			.map(TracingContext::getSpan)
			.map(Span::context);
		if (trace.isEmpty()) {
			writing.run();
			return;
		}
		try (MDC.MDCCloseable _ = MDC.putCloseable(TRACE, trace.get().traceId());
				MDC.MDCCloseable _ = MDC.putCloseable(SPAN, trace.get().spanId())) {
			writing.run();
		}
	}

}
