package dev.clickpath.gateway.telling;

import java.net.InetSocketAddress;

import dev.clickpath.defaults.metrics.RequestTimers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.MeterObservationHandler;
import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;

/**
 * Measures requests by kind of page, those that are turned away included. It stands in
 * for Spring's own handler, which has two timers made for each request and looks them up
 * by labels that it puts together.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestMetrics implements MeterObservationHandler<ServerRequestObservationContext> {

	private static final String MANAGEMENT = "management";

	private static final String MANAGEMENT_PATHS = "/actuator";

	private final RequestTimers<PageKind> timers;

	private volatile int managementPort = -1;

	RequestMetrics(MeterRegistry registry) {
		this.timers = new RequestTimers<>(registry, PageKind.class, PageKind::pattern);
	}

	private record Begin(long nanos) {
	}

	@EventListener
	void listening(WebServerInitializedEvent event) {
		if (MANAGEMENT.equals(event.getApplicationContext().getServerNamespace())) {
			this.managementPort = event.getWebServer().getPort();
		}
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof ServerRequestObservationContext;
	}

	@Override
	public void onStart(ServerRequestObservationContext context) {
		context.put(Begin.class, new Begin(System.nanoTime()));
	}

	@Override
	public void onStop(ServerRequestObservationContext context) {
		Begin begin = context.get(Begin.class);
		ServerHttpRequest request = context.getCarrier();
		if (begin != null && request != null) {
			String path = request.getURI().getRawPath();
			if (!(path.startsWith(MANAGEMENT_PATHS) && isForManagement(request.getLocalAddress()))) {
				this.timers.record(PageKind.of(path), request.getMethod().name(), status(context),
						System.nanoTime() - begin.nanos());
			}
		}
	}

	private boolean isForManagement(@Nullable InetSocketAddress address) {
		return address != null && address.getPort() == this.managementPort;
	}

	private static int status(ServerRequestObservationContext context) {
		HttpStatusCode status = (context.getResponse() != null) ? context.getResponse().getStatusCode() : null;
		return (status != null && !context.isConnectionAborted()) ? status.value() : RequestTimers.UNKNOWN;
	}

}
