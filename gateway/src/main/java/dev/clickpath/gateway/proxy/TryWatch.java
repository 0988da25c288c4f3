package dev.clickpath.gateway.proxy;

import java.util.Objects;

import dev.clickpath.gateway.connections.Answer;
import dev.clickpath.gateway.telling.UpstreamMetrics;
import dev.clickpath.gateway.upstream.Upstream;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.TracingObservationHandler;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * Times each try and hands the trace on (W3C Trace Context, section 3.2). A try becomes a
 * span of its own in a trace that is recorded; in others, which are nearly all, that
 * would be a tenth of the gateway's work for nobody to look at.
 */
final class TryWatch {

	private static final String TRACEPARENT = "traceparent";

	private static final String TRACESTATE = "tracestate";

	/** Where the trace's id is in a traceparent, after its version. */
	private static final int TRACE_ID_AT = 3;

	private final ObservationRegistry observations;

	private final UpstreamMetrics metrics;

	TryWatch(ObservationRegistry observations, UpstreamMetrics metrics) {
		this.observations = observations;
		this.metrics = metrics;
	}

	/**
	 * Watches over a try until its answer begins.
	 * @param headers of the request; the trace's context is written into them
	 */
	Mono<Answer> over(Upstream upstream, HttpHeaders headers, ContextView context, Mono<Answer> attempt) {
		Observation parent = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		TraceContext trace = traceOf(parent);
		if (trace != null && !isContinued(trace, headers)) {
			headers.remove(TRACESTATE);
		}
		long start = System.nanoTime();
		Mono<Answer> timed = attempt
			.doOnSuccess((answer) -> this.metrics.answered(upstream, System.nanoTime() - start));
		if (trace != null && Boolean.TRUE.equals(trace.sampled())) {
			Observation observation = observe(upstream, headers, parent);
			return timed.doOnError(observation::error).doFinally((signal) -> observation.stop());
		}
		if (trace != null) {
			headers.set(TRACEPARENT, "00-" + trace.traceId() + "-" + trace.spanId() + "-00");
		}
		return timed;
	}

	/**
	 * Whether the trace is the one that the client has begun. What a client says of a
	 * trace that cannot be gone on with does not belong to a new one (section 4).
	 */
	private static boolean isContinued(TraceContext trace, HttpHeaders headers) {
		String sent = headers.get(TRACEPARENT);
		return sent != null && sent.startsWith(trace.traceId(), TRACE_ID_AT);
	}

	private Observation observe(Upstream upstream, HttpHeaders headers, @Nullable Observation parent) {
		SenderContext<HttpHeaders> sender = new SenderContext<>(
				(carrier, name, value) -> Objects.requireNonNull(carrier).set(name, value), Kind.CLIENT);
		sender.setCarrier(headers);
		return Observation.createNotStarted("clickpath.upstream.try", () -> sender, this.observations)
			.lowCardinalityKeyValue("upstream", upstream.name())
			.lowCardinalityKeyValue("zone", upstream.zone())
			.parentObservation(parent)
			.start();
	}

	private static @Nullable TraceContext traceOf(@Nullable Observation observation) {
		TracingObservationHandler.TracingContext tracing = (observation != null)
				? observation.getContextView().get(TracingObservationHandler.TracingContext.class) : null;
		return (tracing != null && tracing.getSpan() != null) ? tracing.getSpan().context() : null;
	}

}
