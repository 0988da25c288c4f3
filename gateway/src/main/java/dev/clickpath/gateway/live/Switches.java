package dev.clickpath.gateway.live;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.clickpath.gateway.answer.GatewayFailure;
import dev.clickpath.gateway.answer.SecurityHeaders;
import dev.clickpath.gateway.clients.Client;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.ByteBufMono;
import reactor.netty.http.client.HttpClient;

import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Passes on what somebody at this machine wants to disturb, to who started the shop: it
 * alone knows the processes, and the token that has to be shown. The gateway does not.
 */
final class Switches {

	private static final int LARGEST = 1_024;

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final @Nullable URI control;

	private final HttpClient client = HttpClient.newConnection().disableRetry(true).responseTimeout(PATIENCE);

	Switches(LiveProperties properties) {
		this.control = properties.control();
	}

	@SuppressWarnings("ArrayRecordComponent")
	private record Reply(int status, byte[] body) {
	}

	/**
	 * Works a switch. For others than this machine there is none.
	 */
	Mono<Void> work(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		Client client = Client.of(exchange);
		if (this.control == null || !client.address().isLoopbackAddress()) {
			return Mono.error(new GatewayFailure(HttpStatus.NOT_FOUND, "There are no switches here."));
		}
		if (!(client.scheme() + "://" + client.host()).equals(request.getHeaders().getOrigin())) {
			return Mono.error(new GatewayFailure(HttpStatus.FORBIDDEN, "Switches are worked from the live map only."));
		}
		if (!isJson(request.getHeaders())) {
			return Mono.error(new GatewayFailure(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Say it in JSON."));
		}
		return DataBufferUtils.join(request.getBody(), LARGEST).map((buffer) -> {
			byte[] bytes = new byte[buffer.readableByteCount()];
			buffer.read(bytes);
			DataBufferUtils.release(buffer);
			return bytes;
		})
			.defaultIfEmpty(new byte[0])
			.onErrorMap(DataBufferLimitException.class,
					(error) -> new GatewayFailure(HttpStatus.CONTENT_TOO_LARGE,
							"No switch takes so many words: it is %d bytes at most.".formatted(LARGEST)))
			.flatMap((body) -> pass(this.control, request.getHeaders(), body))
			.flatMap((reply) -> answer(exchange.getResponse(), reply));
	}

	private static boolean isJson(HttpHeaders headers) {
		try {
			return MediaType.APPLICATION_JSON.isCompatibleWith(headers.getContentType());
		}
		catch (InvalidMediaTypeException ex) {
			return false;
		}
	}

	private Mono<Reply> pass(URI control, HttpHeaders headers, byte[] body) {
		String token = headers.getFirst(HttpHeaders.AUTHORIZATION);
		return this.client.headers((fields) -> {
			fields.set(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
			fields.set(HttpHeaders.CONTENT_LENGTH, body.length);
			if (token != null) {
				fields.set(HttpHeaders.AUTHORIZATION, token);
			}
		})
			.post()
			.uri(control.resolve("/switches"))
			.send(ByteBufMono.fromString(Mono.just(new String(body, StandardCharsets.UTF_8))))
			.responseSingle((response, content) -> content.asByteArray()
				.defaultIfEmpty(new byte[0])
				.map((bytes) -> new Reply(response.status().code(), bytes)))
			.timeout(PATIENCE)
			.onErrorMap((error) -> new GatewayFailure(HttpStatus.BAD_GATEWAY,
					"Who started the shop does not answer; the switches go with ./clickpath up only."));
	}

	private static Mono<Void> answer(ServerHttpResponse response, Reply reply) {
		response.setStatusCode(HttpStatusCode.valueOf(reply.status()));
		response.getHeaders().setContentType(MediaType.APPLICATION_JSON);
		response.getHeaders().setCacheControl("no-store");
		SecurityHeaders.addTo(response.getHeaders());
		return response.writeWith(Mono.just(response.bufferFactory().wrap(reply.body())));
	}

}
