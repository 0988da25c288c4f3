package dev.clickpath.gateway.listening;

import java.util.concurrent.atomic.AtomicInteger;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import reactor.netty.NettyPipeline;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;

/**
 * What all connections have to pass, with TLS and without.
 */
final class Entrance {

	/** A head is only read when it has been found to be sound; this limit is not met. */
	private static final int NETTYS_LIMIT = 2 * StrictRequestDecoder.LARGEST_HEAD;

	private static final int MOST_STREAMS = 100;

	/** How much of a body may be under way before more is asked for. */
	private static final int STREAM_WINDOW = 256 * 1024;

	private final ListeningProperties properties;

	private final AtomicInteger connections = new AtomicInteger();

	Entrance(ListeningProperties properties) {
		this.properties = properties;
	}

	/**
	 * A server that speaks HTTP/1.1 without TLS.
	 */
	HttpServer plain(HttpServer server) {
		return common(server).doOnChannelInit((observer, channel, remote) -> {
			if (admit(channel)) {
				guardHttp1(channel);
			}
		});
	}

	/**
	 * A server that speaks HTTP/1.1 and HTTP/2, with TLS.
	 */
	HttpServer secure(HttpServer server, RenewableTls tls) {
		return common(server).protocol(HttpProtocol.H2, HttpProtocol.HTTP11)
			.secure((spec) -> spec.sslContext(tls.current().getSslContext())
				.setSniAsyncMappings((name, promise) -> promise.setSuccess(tls.current())))
			.http2Settings((settings) -> settings.maxConcurrentStreams(MOST_STREAMS)
				.maxHeaderListSize(StrictRequestDecoder.LARGEST_HEAD)
				.initialWindowSize(STREAM_WINDOW))
			.doOnChannelInit((observer, channel, remote) -> {
				if (admit(channel)) {
					channel.pipeline()
						.addBefore(NettyPipeline.ReactiveBridge, "clickpath.protocol-guard", new ProtocolGuard(
								this::guardHttp1, (codec) -> StrictFrameListener.install(codec, this.properties)));
				}
			});
	}

	int connections() {
		return this.connections.get();
	}

	private HttpServer common(HttpServer server) {
		return server.idleTimeout(this.properties.idleTimeout())
			.httpRequestDecoder((decoder) -> decoder.maxInitialLineLength(NETTYS_LIMIT).maxHeaderSize(NETTYS_LIMIT));
	}

	/** One more than there may be is closed without a word: words would cost as much. */
	private boolean admit(Channel channel) {
		if (this.connections.incrementAndGet() > this.properties.maxConnections()) {
			this.connections.decrementAndGet();
			ChannelFuture _ = channel.close();
			return false;
		}
		channel.closeFuture().addListener((closed) -> this.connections.decrementAndGet());
		return true;
	}

	private void guardHttp1(Channel channel) {
		StrictRequestDecoder decoder = new StrictRequestDecoder(this.properties);
		channel.pipeline()
			.addBefore(NettyPipeline.HttpCodec, "clickpath.strict-requests", decoder)
			.addAfter(NettyPipeline.HttpCodec, "clickpath.answer-watch", decoder.answers());
	}

}
