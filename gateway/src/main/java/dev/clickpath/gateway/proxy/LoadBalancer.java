package dev.clickpath.gateway.proxy;

import dev.clickpath.gateway.upstream.Shopper;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;

import org.springframework.web.server.ServerWebExchange;

/**
 * Has a storefront answer a request.
 */
class LoadBalancer {

	private final Means means;

	LoadBalancer(Means means) {
		this.means = means;
	}

	Mono<Void> answer(ServerWebExchange exchange) {
		long start = this.means.pool().now();
		this.means.budget().request(start);
		HttpServerRequest request = UpstreamClient.nativeRequest(exchange);
		Shopper shopper = Shoppers.of(request.requestHeaders());
		return RequestBody.of(request, this.means.properties().retry().body().toBytes())
			.flatMap((body) -> new Dispatch(this.means, new Errand(this.means, exchange, body, shopper, start)).run());
	}

}
