package dev.clickpath.gateway.listening;

import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicSslContext;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import reactor.netty.Connection;
import reactor.netty.NettyPipeline;
import reactor.netty.http.HttpProtocol;
import reactor.netty.http.server.HttpServer;

/**
 * What all connections have to pass, with TLS and without.
 */
final class Entrance {

	/** A head is only read when it has been found to be sound; this limit is not met. */
	private static final int NETTYS_LIMIT = 2 * StrictRequestDecoder.LARGEST_HEAD;

	static final int MOST_STREAMS = 100;

	/** How much of a body may be under way before more is asked for. */
	private static final int STREAM_WINDOW = 256 * 1024;

	/** The same for all streams of a connection; HTTP/2 has a window of its own. */
	private static final int CONNECTION_WINDOW = 1024 * 1024;

	private final ListeningProperties properties;

	private final HandshakeFailures handshakeFailures = new HandshakeFailures(InstantSource.system());

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
				watchReading(channel);
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
					watchReading(channel);
					channel.pipeline()
						.addBefore(NettyPipeline.H2OrHttp11Codec, "clickpath.handshake-failures",
								this.handshakeFailures)
						.addBefore(NettyPipeline.ReactiveBridge, "clickpath.protocol-guard", new ProtocolGuard(
								this::guardHttp1, (codec) -> StrictFrameListener.install(codec, this.properties)));
				}
			});
	}

	/**
	 * A server that speaks HTTP/3. How large the windows are at first is said here; they
	 * grow with what is taken from them.
	 * @param members is asked about each connection, whether it may come in
	 */
	HttpServer quic(HttpServer server, QuicSslContextBuilder tls, Predicate<Channel> members) {
		DatagramGuard datagrams = new DatagramGuard();
		QuicSslContext context = tls.applicationProtocols(StrictQuicConnection.PROTOCOL).earlyData(false).build();
		return server.protocol(HttpProtocol.HTTP3)
			.secure((spec) -> spec.sslContext(context))
			.http3Settings((settings) -> settings.idleTimeout(this.properties.idleTimeout())
				.maxData(CONNECTION_WINDOW)
				.maxStreamDataBidirectionalRemote(STREAM_WINDOW)
				.maxStreamsBidirectional(MOST_STREAMS)
				.maxFieldSectionSize(StrictRequestDecoder.LARGEST_HEAD)
				.tokenHandler(new AddressTokens(InstantSource.system())))
			.doOnBound((bound) -> ((Connection) bound).channel().pipeline().addFirst("clickpath.datagrams", datagrams))
			.doOnChannelInit((observer, channel, remote) -> {
				if (admit(channel)) {
					begin((QuicChannel) channel, datagrams, members);
				}
			});
	}

	private void begin(QuicChannel connection, DatagramGuard datagrams, Predicate<Channel> members) {
		InetSocketAddress client = (InetSocketAddress) Objects.requireNonNull(connection.remoteSocketAddress());
		datagrams.admit(connection, client);
		connection.attr(Http3Request.CLIENT).set(client);
		connection.pipeline().addLast("clickpath.strict-connection", new StrictQuicConnection(this.properties));
		if (!members.test(connection)) {
			ChannelFuture _ = connection.close();
		}
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

	private void watchReading(Channel channel) {
		channel.pipeline().addFirst("clickpath.slow-reader-watch", new SlowReaderWatch(this.properties));
	}

	private void guardHttp1(Channel channel) {
		StrictRequestDecoder decoder = new StrictRequestDecoder(this.properties);
		channel.pipeline()
			.addBefore(NettyPipeline.HttpCodec, "clickpath.strict-requests", decoder)
			.addAfter(NettyPipeline.HttpCodec, "clickpath.answer-watch", decoder.answers());
	}

}
