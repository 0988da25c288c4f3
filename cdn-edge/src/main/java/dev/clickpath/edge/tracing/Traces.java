package dev.clickpath.edge.tracing;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.jspecify.annotations.Nullable;

/**
 * Gives each request its place in a trace, and has what is recorded sent to a collector.
 * Where there is no collector none of OpenTelemetry's classes are loaded.
 */
public final class Traces implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(1);

	private final boolean named;

	private final @Nullable Recorder recorder;

	private Traces(boolean named, @Nullable Recorder recorder) {
		this.named = named;
		this.recorder = recorder;
	}

	/**
	 * Requests have no place, and what they say of one goes on as it is.
	 */
	public static Traces none() {
		return new Traces(false, null);
	}

	/**
	 * Traces as they are wanted.
	 * @param service what the edge is called in them
	 * @param named whether requests have their place also where nothing is recorded,
	 * since the log tells it
	 * @param delay how long spans wait for others to be sent with
	 */
	public static Traces of(TraceProperties properties, String service, boolean named, Duration delay) {
		return properties.endpoint().isBlank() ? new Traces(named, null)
				: new Traces(true, Recorder.of(properties, service, delay));
	}

	/**
	 * A request has come.
	 * @param field what it says of its place, if anything
	 * @return its place, or null when nobody wants to know
	 */
	public @Nullable RequestTrace begin(String method, @Nullable String field) {
		if (!this.named) {
			return null;
		}
		TraceParent parent = TraceParent.parse(field);
		if (this.recorder != null) {
			return this.recorder.begin(method, parent);
		}
		return RequestTrace.silent((parent != null) ? parent : TraceParent.fresh());
	}

	/**
	 * Sends what has not been sent.
	 */
	@Override
	public void close() {
		if (this.recorder != null) {
			this.recorder.provider().shutdown().join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
	}

	private record Recorder(SdkTracerProvider provider, Tracer tracer) {

		static Recorder of(TraceProperties properties, String service, Duration delay) {
			SdkTracerProvider provider = SdkTracerProvider.builder()
				.setResource(Resource.getDefault()
					.merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service))))
				.setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(properties.share())))
				.addSpanProcessor(BatchSpanProcessor
					.builder(OtlpHttpSpanExporter.builder().setEndpoint(properties.endpoint()).build())
					.setScheduleDelay(delay)
					.build())
				.build();
			return new Recorder(provider, provider.get("dev.clickpath.edge"));
		}

		RequestTrace begin(String method, @Nullable TraceParent parent) {
			Instant now = Instant.now();
			SpanBuilder builder = this.tracer.spanBuilder("edge")
				.setSpanKind(SpanKind.SERVER)
				.setAttribute("http.request.method", method)
				.setStartTimestamp(now);
			builder = (parent != null) ? builder.setParent(Context.root().with(Span.wrap(remote(parent))))
					: builder.setNoParent();
			Span span = builder.startSpan();
			SpanContext context = span.getSpanContext();
			TraceParent place = new TraceParent(context.getTraceId(), context.getSpanId(), context.isSampled());
			return span.isRecording() ? RequestTrace.recorded(place, this.tracer, span, now)
					: RequestTrace.silent(place);
		}

		private static SpanContext remote(TraceParent parent) {
			return SpanContext.createFromRemoteParent(parent.trace(), parent.span(),
					parent.sampled() ? TraceFlags.getSampled() : TraceFlags.getDefault(), TraceState.getDefault());
		}

	}

}
