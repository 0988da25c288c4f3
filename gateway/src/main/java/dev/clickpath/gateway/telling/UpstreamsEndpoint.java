package dev.clickpath.gateway.telling;

import java.util.function.Consumer;

import dev.clickpath.gateway.upstream.Upstream;
import dev.clickpath.gateway.upstream.UpstreamPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * Shows the pool at the management port, and lets an operator take an upstream out of
 * service and put it back: {@code POST /actuator/upstreams/storefront-2} with
 * {@code {"state":"drain"}} or {@code {"state":"restore"}}.
 */
@Component
@Endpoint(id = "upstreams")
class UpstreamsEndpoint {

	private static final Logger logger = LoggerFactory.getLogger(UpstreamsEndpoint.class);

	private final UpstreamPool pool;

	UpstreamsEndpoint(UpstreamPool pool) {
		this.pool = pool;
	}

	@ReadOperation
	PoolView all() {
		return PoolView.of(this.pool);
	}

	@ReadOperation
	WebEndpointResponse<?> one(@Selector String name) {
		return this.pool.named(name).<WebEndpointResponse<?>>map(this::view).orElseGet(() -> unknown(name));
	}

	@WriteOperation
	WebEndpointResponse<?> change(@Selector String name, String state) {
		return switch (state) {
			case "drain" -> change(name, state, this.pool::drain);
			case "restore" -> change(name, state, this.pool::restore);
			default -> problem(HttpStatus.BAD_REQUEST, "The state can be \"drain\" or \"restore\".");
		};
	}

	private WebEndpointResponse<?> change(String name, String state, Consumer<Upstream> change) {
		return this.pool.named(name).<WebEndpointResponse<?>>map((upstream) -> {
			change.accept(upstream);
			logger.atInfo()
				.addKeyValue("event", state)
				.addKeyValue("upstream", name)
				.log("{}: an operator said {}", name, state);
			return view(upstream);
		}).orElseGet(() -> unknown(name));
	}

	private WebEndpointResponse<PoolView.One> view(Upstream upstream) {
		return new WebEndpointResponse<>(PoolView.One.of(upstream, this.pool.now()));
	}

	private static WebEndpointResponse<ProblemDetail> unknown(String name) {
		return problem(HttpStatus.NOT_FOUND,
				"There is no upstream called \"" + name + "\"; GET /actuator/upstreams shows all of them.");
	}

	private static WebEndpointResponse<ProblemDetail> problem(HttpStatus status, String detail) {
		return new WebEndpointResponse<>(ProblemDetail.forStatusAndDetail(status, detail), status.value(),
				MediaType.APPLICATION_PROBLEM_JSON);
	}

}
