package dev.clickpath.gateway.live;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.clickpath.gateway.answer.GatewayFailure;
import dev.clickpath.gateway.answer.SecurityHeaders;
import dev.clickpath.gateway.clients.Client;
import dev.clickpath.gateway.gate.Gate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Counts what passes, and answers what lies below {@code /journey/live/} itself.
 */
final class LiveGate implements Gate {

	private static final String ROOT = "/journey/live/";

	/** Then the browser comes again by itself. */
	private static final Duration LONGEST = Duration.ofMinutes(30);

	private final Traffic traffic;

	private final Watch watch;

	private final Switches switches;

	private final JsonMapper json;

	private final ApplicationContext shop;

	private final Watchers watchers;

	private final Sinks.Empty<Void> closing = Sinks.empty();

	/**
	 * @param shop whose requests these are; the management port has a context of its own,
	 * and the same gates
	 */
	LiveGate(Traffic traffic, Watch watch, Switches switches, JsonMapper json, LiveProperties properties,
			ApplicationContext shop) {
		this.traffic = traffic;
		this.watch = watch;
		this.switches = switches;
		this.json = json;
		this.watchers = new Watchers(properties.most(), properties.mostOfOne());
		this.shop = shop;
	}

	/** Whoever watches does not hold up the gateway's end. */
	void close() {
		this.closing.tryEmitEmpty();
	}

	@Override
	public @Nullable Mono<Void> stop(ServerWebExchange exchange) {
		if (!this.shop.equals(exchange.getApplicationContext())) {
			return null;
		}
		String path = exchange.getRequest().getURI().getRawPath();
		if (path.startsWith(ROOT)) {
			return answer(exchange, path.substring(ROOT.length()));
		}
		long start = System.nanoTime();
		ServerHttpResponse response = exchange.getResponse();
		response.beforeCommit(() -> {
			HttpStatusCode status = response.getStatusCode();
			this.traffic.add(System.nanoTime() - start, status != null && status.is5xxServerError());
			return Mono.empty();
		});
		return null;
	}

	private Mono<Void> answer(ServerWebExchange exchange, String what) {
		HttpMethod method = exchange.getRequest().getMethod();
		if (what.equals("events") && method.equals(HttpMethod.GET)) {
			return events(exchange.getResponse(), Client.of(exchange).address());
		}
		if (what.equals("table") && method.equals(HttpMethod.GET)) {
			return this.watch.views()
				.filter((view) -> view.requests() != null)
				.next()
				.flatMap((view) -> table(exchange.getResponse(), view));
		}
		if (what.equals("switches") && method.equals(HttpMethod.POST)) {
			return this.switches.work(exchange);
		}
		return Mono.error(new GatewayFailure(HttpStatus.NOT_FOUND, "There is nothing of that name on the live map."));
	}

	private Mono<Void> events(ServerHttpResponse response, InetAddress client) {
		return switch (this.watchers.enter(client)) {
			case WATCHES -> tell(response).doFinally((signal) -> this.watchers.leave(client));
			case ALL_PLACES_TAKEN ->
				Mono.error(GatewayFailure.retryLater("Too many watch already. Please try again in a moment."));
			case HAS_ENOUGH -> Mono.error(new GatewayFailure(HttpStatus.TOO_MANY_REQUESTS,
					"The live map is open too often from your address. Please close one of them."));
		};
	}

	private Mono<Void> tell(ServerHttpResponse response) {
		head(response, MediaType.TEXT_EVENT_STREAM);
		Flux<String> events = this.watch.views()
			.onBackpressureLatest()
			.map((view) -> "data: " + this.json.writeValueAsString(view) + "\n\n")
			.take(LONGEST)
			.takeUntilOther(this.closing.asMono());
		return response.writeAndFlushWith(events
			.map((event) -> Mono.just(response.bufferFactory().wrap(event.getBytes(StandardCharsets.UTF_8)))));
	}

	private static Mono<Void> table(ServerHttpResponse response, LiveView view) {
		head(response, new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8));
		byte[] body = LiveTable.html(view).getBytes(StandardCharsets.UTF_8);
		return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
	}

	private static void head(ServerHttpResponse response, MediaType type) {
		response.getHeaders().setContentType(type);
		response.getHeaders().setCacheControl("no-store");
		SecurityHeaders.addTo(response.getHeaders());
	}

}
