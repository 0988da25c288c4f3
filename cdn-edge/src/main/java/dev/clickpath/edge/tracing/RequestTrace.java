package dev.clickpath.edge.tracing;

import java.time.Instant;
import java.util.concurrent.TimeUnit;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import org.jspecify.annotations.Nullable;

/**
 * One request's part of its trace: its place, and the spans of it where the trace is
 * recorded.
 */
public final class RequestTrace {

	private static final AttributeKey<String> STEP = AttributeKey.stringKey("clickpath.step");

	private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");

	private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");

	private static final int SERVER_ERROR = 500;

	private final TraceParent place;

	private final @Nullable Recording recording;

	/**
	 * What is recorded.
	 *
	 * @param epoch the nanoseconds since 1970 when the request came
	 * @param nanos those of {@link System#nanoTime()} at the same moment
	 */
	private record Recording(Tracer tracer, Span span, long epoch, long nanos) {

		long at(long nanoTime) {
			return this.epoch + nanoTime - this.nanos;
		}

	}

	private RequestTrace(TraceParent place, @Nullable Recording recording) {
		this.place = place;
		this.recording = recording;
	}

	static RequestTrace silent(TraceParent place) {
		return new RequestTrace(place, null);
	}

	static RequestTrace recorded(TraceParent place, Tracer tracer, Span span, Instant began) {
		return new RequestTrace(place, new Recording(tracer, span,
				TimeUnit.SECONDS.toNanos(began.getEpochSecond()) + began.getNano(), System.nanoTime()));
	}

	/**
	 * Where it stands, for whoever is asked because of it.
	 */
	public TraceParent place() {
		return this.place;
	}

	public boolean isRecorded() {
		return this.recording != null;
	}

	/**
	 * A step that has been taken.
	 * @param from when it began, of {@link System#nanoTime()}
	 * @param took in nanoseconds
	 * @param words facts, or null
	 */
	public void step(String name, long from, long took, @Nullable String words) {
		if (this.recording != null) {
			Span step = this.recording.tracer()
				.spanBuilder(name)
				.setParent(Context.root().with(this.recording.span()))
				.setStartTimestamp(this.recording.at(from), TimeUnit.NANOSECONDS)
				.startSpan();
			if (words != null) {
				step.setAttribute(STEP, words);
			}
			step.end(this.recording.at(from) + took, TimeUnit.NANOSECONDS);
		}
	}

	/**
	 * The answer has ended.
	 * @param found what was found, or null when nothing was looked for
	 */
	public void end(String path, int status, @Nullable String found) {
		if (this.recording != null) {
			Span span = this.recording.span();
			span.setAttribute(PATH, path).setAttribute(STATUS, (long) status);
			if (found != null) {
				span.setAttribute(STEP, found);
			}
			if (status >= SERVER_ERROR) {
				span.setStatus(StatusCode.ERROR);
			}
			span.end(this.recording.at(System.nanoTime()), TimeUnit.NANOSECONDS);
		}
	}

}
