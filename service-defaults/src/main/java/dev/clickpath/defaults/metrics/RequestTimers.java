package dev.clickpath.defaults.metrics;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.jspecify.annotations.Nullable;

/**
 * Measures requests by route, method and status, as {@code http.server.requests} with the
 * labels that Spring's own has. Each timer is made once and then found by numbers: no
 * labels are put together and nothing is looked up by them for each request. Safe for use
 * by several threads.
 *
 * @param <R> the routes, few enough that each is measured for itself
 */
public final class RequestTimers<R extends Enum<R>> {

	/** Where there is no status, since the answer's client did not wait for it. */
	public static final int UNKNOWN = 0;

	private static final String NAME = "http.server.requests";

	private static final int MOST_STATUSES = 600;

	/** Clients may make up others: they are counted as one. */
	private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "OTHER");

	private final MeterRegistry registry;

	private final Function<R, String> name;

	/** By route; within, by method and then by status. */
	private final Map<R, AtomicReferenceArray<@Nullable AtomicReferenceArray<@Nullable Timer>>> timers;

	/**
	 * Nothing is measured yet.
	 * @param name what a route is called
	 */
	public RequestTimers(MeterRegistry registry, Class<R> routes, Function<R, String> name) {
		this.registry = registry;
		this.name = name;
		this.timers = new EnumMap<>(routes);
		for (R route : Objects.requireNonNull(routes.getEnumConstants())) {
			this.timers.put(route, new AtomicReferenceArray<>(METHODS.size()));
		}
	}

	/**
	 * A request has ended.
	 * @param status of its answer, or {@link #UNKNOWN}
	 * @param nanos how long it took
	 */
	public void record(R route, String method, int status, long nanos) {
		int known = (status >= 100 && status < MOST_STATUSES) ? status : UNKNOWN;
		timer(route, number(method), known).record(nanos, TimeUnit.NANOSECONDS);
	}

	private static int number(String method) {
		return switch (method) {
			case "GET" -> 0;
			case "HEAD" -> 1;
			case "POST" -> 2;
			default -> 3;
		};
	}

	private Timer timer(R route, int method, int status) {
		AtomicReferenceArray<@Nullable Timer> byStatus = byStatus(route, method);
		Timer timer = byStatus.get(status);
		if (timer == null) {
			// Whoever else makes it at the same time gets the same one.
			timer = make(this.name.apply(route), METHODS.get(method), status);
			byStatus.set(status, timer);
		}
		return timer;
	}

	private AtomicReferenceArray<@Nullable Timer> byStatus(R route, int method) {
		AtomicReferenceArray<@Nullable AtomicReferenceArray<@Nullable Timer>> byMethod = Objects
			.requireNonNull(this.timers.get(route));
		AtomicReferenceArray<@Nullable Timer> present = byMethod.get(method);
		if (present != null) {
			return present;
		}
		AtomicReferenceArray<@Nullable Timer> fresh = new AtomicReferenceArray<>(MOST_STATUSES);
		byMethod.compareAndSet(method, null, fresh);
		return Objects.requireNonNullElse(byMethod.get(method), fresh);
	}

	private Timer make(String route, String method, int status) {
		return Timer.builder(NAME)
			.description("Requests, from their arrival to the end of their answers")
			.tag("uri", route)
			.tag("method", method)
			.tag("status", (status == UNKNOWN) ? "UNKNOWN" : Integer.toString(status))
			.tag("outcome", outcome(status))
			.register(this.registry);
	}

	private static String outcome(int status) {
		return switch (status / 100) {
			case 1 -> "INFORMATIONAL";
			case 2 -> "SUCCESS";
			case 3 -> "REDIRECTION";
			case 4 -> "CLIENT_ERROR";
			case 5 -> "SERVER_ERROR";
			default -> "UNKNOWN";
		};
	}

}
