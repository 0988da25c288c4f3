package dev.clickpath.gateway.connections;

import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.util.NetUtil;
import io.netty.util.concurrent.FastThreadLocal;
import io.netty.util.concurrent.GlobalEventExecutor;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.netty.http.HttpResources;

/**
 * The gateway's connections to its upstreams, over HTTP/1.1. Each belongs to an event
 * loop and takes the requests that come in on that loop, so that a request, its answer
 * and what is decided about them never change threads. The one used last is used next;
 * one that nobody has needed for a while is closed.
 */
public final class Connections implements AutoCloseable {

	private static final int LONGEST_LINE = 8 * 1024;

	private static final int LARGEST_HEAD = 64 * 1024;

	/**
	 * Larger ones would be fewer. But whoever passes them on asks for more than a hundred
	 * at a time, and so many lie in memory while a client takes its time.
	 */
	private static final int LARGEST_PIECE = 16 * 1024;

	private final Duration connectTimeout;

	private final Duration maxIdle;

	private final ChannelGroup all = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);

	private final FastThreadLocal<Kept> kept = new FastThreadLocal<>() {

		@Override
		protected Kept initialValue() {
			return new Kept();
		}

	};

	/**
	 * @param connectTimeout how long it may take to connect
	 * @param maxIdle how long a connection is kept that nobody needs; shorter than the
	 * upstreams keep it, lest they close it under a request
	 */
	public Connections(Duration connectTimeout, Duration maxIdle) {
		this.connectTimeout = connectTimeout;
		this.maxIdle = maxIdle;
	}

	/** How many there are, in use or waiting to be. */
	public int open() {
		return this.all.size();
	}

	/**
	 * Sends a request once. Never sends it again by itself: that is a decision for
	 * whoever knows what was sent.
	 * @param loop the event loop of whoever asks
	 * @param upstream scheme, host and port
	 * @param patience how long the upstream may take to begin its answer, and to go on
	 * with it
	 * @return the answer as soon as its head is here; fails with a
	 * {@link java.net.ConnectException} when nobody listens there, with a
	 * {@link java.util.concurrent.TimeoutException} when the upstream is silent, with
	 * another {@link java.io.IOException} when the connection breaks
	 */
	public Mono<Answer> exchange(EventLoop loop, URI upstream, Outgoing request, Duration patience) {
		return Mono.create((sink) -> {
			if (loop.inEventLoop()) {
				begin(loop, upstream, request, patience, sink);
			}
			else {
				loop.execute(() -> begin(loop, upstream, request, patience, sink));
			}
		});
	}

	private void begin(EventLoop loop, URI upstream, Outgoing request, Duration patience, MonoSink<Answer> sink) {
		Kept mine = this.kept.get();
		Connection connection = mine.take(upstream);
		if (connection != null) {
			connection.begin(request, patience, sink);
			return;
		}
		ChannelFuture connecting = connect(loop, upstream);
		connecting.addListener((connected) -> {
			if (connected.isSuccess()) {
				attach(connecting.channel(), upstream, mine).begin(request, patience, sink);
			}
			else {
				sink.error(connected.cause());
			}
		});
	}

	private ChannelFuture connect(EventLoop loop, URI upstream) {
		return new Bootstrap().group(loop)
			.channel(HttpResources.get().onChannelClass(SocketChannel.class, loop))
			.resolver(HttpResources.get().getOrCreateDefaultResolver())
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) this.connectTimeout.toMillis())
			.option(ChannelOption.TCP_NODELAY, true)
			.handler(new ChannelInitializer<>() {

				@Override
				protected void initChannel(Channel channel) {
					Connections.this.all.add(channel);
					channel.pipeline()
						.addLast(new HttpClientCodec(new HttpDecoderConfig().setMaxInitialLineLength(LONGEST_LINE)
							.setMaxHeaderSize(LARGEST_HEAD)
							.setMaxChunkSize(LARGEST_PIECE), false, false));
				}

			})
			.connect(address(upstream));
	}

	private Connection attach(Channel channel, URI upstream, Kept mine) {
		Connection connection = new Connection(channel, upstream, mine, this.maxIdle);
		channel.pipeline().addLast(connection);
		return connection;
	}

	private static InetSocketAddress address(URI upstream) {
		String host = upstream.getHost();
		String literal = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
		int port = (upstream.getPort() >= 0) ? upstream.getPort() : 80;
		byte[] octets = NetUtil.createByteArrayFromIpAddressString(literal);
		return (octets != null) ? new InetSocketAddress(literal, port) : InetSocketAddress.createUnresolved(host, port);
	}

	@Override
	public void close() {
		this.all.close().awaitUninterruptibly(Duration.ofSeconds(1).toMillis());
	}

}
