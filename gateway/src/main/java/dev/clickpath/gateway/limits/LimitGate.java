package dev.clickpath.gateway.limits;

import java.net.InetAddress;
import java.util.List;
import java.util.concurrent.TimeUnit;

import dev.clickpath.gateway.answer.GatewayFailure;
import dev.clickpath.gateway.clients.Client;
import dev.clickpath.gateway.clients.Network;
import dev.clickpath.gateway.gate.Gate;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpCookie;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * Lets a request through while its address and its visitor have tokens left, and tells
 * about the scarcer of the two (draft-ietf-httpapi-ratelimit-headers-10).
 */
final class LimitGate implements Gate {

	private static final String VISITOR = "visitor";

	private final RateLimits addresses;

	private final RateLimits visitors;

	private final boolean countsLoopback;

	private final List<Network> exempt;

	LimitGate(RateLimits addresses, RateLimits visitors, boolean countsLoopback, List<Network> exempt) {
		this.addresses = addresses;
		this.visitors = visitors;
		this.countsLoopback = countsLoopback;
		this.exempt = exempt;
	}

	@Override
	public @Nullable Mono<Void> stop(ServerWebExchange exchange) {
		Client client = Client.of(exchange);
		if (isExempt(client.address())) {
			return null;
		}
		ServerHttpRequest request = exchange.getRequest();
		Route route = Route.of(request.getMethod().name(), request.getURI().getRawPath());
		Bucket.Taken taken = this.addresses.take(Clients.of(client.address(), route));
		Policy policy = this.addresses.policy(route);
		HttpCookie visitor = taken.granted() ? request.getCookies().getFirst(VISITOR) : null;
		if (visitor != null) {
			Bucket.Taken ofVisitor = this.visitors.take(Clients.of(visitor.getValue(), route));
			if (ofVisitor.remaining() <= taken.remaining()) {
				taken = ofVisitor;
				policy = this.visitors.policy(route);
			}
		}
		if (!taken.granted()) {
			return Mono.error(refusal(route, policy, taken));
		}
		tell(exchange.getResponse().getHeaders(), route, policy, taken);
		return null;
	}

	private boolean isExempt(InetAddress address) {
		return (!this.countsLoopback && address.isLoopbackAddress())
				|| this.exempt.stream().anyMatch((network) -> network.contains(address));
	}

	private static GatewayFailure refusal(Route route, Policy policy, Bucket.Taken taken) {
		long seconds = seconds(taken);
		GatewayFailure refusal = new GatewayFailure(HttpStatus.TOO_MANY_REQUESTS,
				"So many requests are more than one shopper makes. Please try again in %d s.".formatted(seconds));
		tell(refusal.getHeaders(), route, policy, taken);
		refusal.getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
		return refusal;
	}

	private static void tell(HttpHeaders headers, Route route, Policy policy, Bucket.Taken taken) {
		String name = "\"" + route.token() + "\"";
		headers.set("RateLimit-Policy", name + ";q=" + policy.requests() + ";w=" + policy.window().toSeconds());
		headers.set("RateLimit", name + ";r=" + taken.remaining() + ";t=" + seconds(taken));
	}

	/** Rounded up: who comes after so many does not come too early. */
	private static long seconds(Bucket.Taken taken) {
		return Math.ceilDiv(taken.nanos(), TimeUnit.SECONDS.toNanos(1));
	}

}
