package dev.clickpath.gateway.hints;

import java.util.List;

import dev.clickpath.gateway.clients.Client;
import dev.clickpath.gateway.gate.Gate;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.Headers;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.Http2StreamChannel;
import io.netty.handler.codec.http3.DefaultHttp3Headers;
import io.netty.handler.codec.http3.DefaultHttp3HeadersFrame;
import io.netty.handler.codec.quic.QuicStreamChannel;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.NettyPipeline;
import reactor.netty.channel.ChannelOperations;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Sends 103 before a page is asked for from a storefront. Only over HTTP/2 and HTTP/3,
 * and only to a browser that goes to a page: others do nothing with it, and some over
 * HTTP/1.1 take it for the answer (RFC 8297, section 3). Reactor Netty's server has no
 * words for it, so the frame is handed to the stream past all that watches over the one
 * answer.
 */
final class EarlyHintsGate implements Gate {

	private final LearnedHints hints = new LearnedHints();

	@Override
	public @Nullable Mono<Void> stop(ServerWebExchange exchange) {
		ServerHttpRequest request = exchange.getRequest();
		boolean toPage = "navigate".equals(request.getHeaders().getFirst("Sec-Fetch-Mode"));
		if (toPage && HttpMethod.GET.equals(request.getMethod())) {
			String scheme = Client.of(exchange).scheme();
			String path = request.getURI().getRawPath();
			exchange.getResponse().beforeCommit(() -> learn(scheme, path, exchange.getResponse()));
			send(request, this.hints.of(scheme, path));
		}
		return null;
	}

	private Mono<Void> learn(String scheme, String path, ServerHttpResponse response) {
		HttpStatusCode status = response.getStatusCode();
		MediaType type = (status != null && status.value() == 200) ? response.getHeaders().getContentType() : null;
		if (type != null && MediaType.TEXT_HTML.isCompatibleWith(type)) {
			this.hints.learn(scheme, path, response.getHeaders().getOrEmpty(HttpHeaders.LINK));
		}
		return Mono.empty();
	}

	private static void send(ServerHttpRequest request, List<String> links) {
		Object nativeRequest = ServerHttpRequestDecorator.getNativeRequest(request);
		Channel channel = ((ChannelOperations<?, ?>) nativeRequest).channel();
		if (links.isEmpty() || !channel.eventLoop().inEventLoop()) {
			return;
		}
		ChannelPipeline pipeline = channel.pipeline();
		ChannelFuture _ = switch (channel) {
			case Http2StreamChannel _ -> pipeline.firstContext()
				.writeAndFlush(new DefaultHttp2HeadersFrame(hint(new DefaultHttp2Headers(), links), false));
			// Here the codec of frames stands on the stream itself.
			case QuicStreamChannel _ -> pipeline.context(NettyPipeline.H3ToHttp11Codec)
				.writeAndFlush(new DefaultHttp3HeadersFrame(hint(new DefaultHttp3Headers(), links)));
			default -> channel.newSucceededFuture();
		};
	}

	private static <T extends Headers<CharSequence, CharSequence, T>> T hint(T headers, List<String> links) {
		headers.add(":status", "103");
		links.forEach((link) -> headers.add("link", link));
		return headers;
	}

}
