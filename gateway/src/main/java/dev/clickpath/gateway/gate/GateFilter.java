package dev.clickpath.gateway.gate;

import java.util.List;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Leads each request through the gates. They are not filters of their own, since each of
 * those costs several operators on the way in and as many on the way out.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class GateFilter implements WebFilter {

	private final Gate[] gates;

	GateFilter(List<Gate> gates) {
		this.gates = gates.toArray(Gate[]::new);
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		for (Gate gate : this.gates) {
			Mono<Void> end = gate.stop(exchange);
			if (end != null) {
				return end;
			}
		}
		return chain.filter(exchange);
	}

}
