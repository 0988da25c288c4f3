package dev.clickpath.gateway.gate;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.web.server.ServerWebExchange;

/**
 * Lets a request through, or has it end here. Which comes first is said where the gates
 * are made ({@link org.springframework.core.annotation.Order}).
 */
@FunctionalInterface
public interface Gate {

	/** Lets everything through. */
	Gate OPEN = (exchange) -> null;

	/**
	 * Looks at a request.
	 * @return null when it may go on; else what becomes of it: an answer, or a failure
	 */
	@Nullable Mono<Void> stop(ServerWebExchange exchange);

}
