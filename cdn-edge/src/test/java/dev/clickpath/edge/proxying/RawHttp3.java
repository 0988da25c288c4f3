package dev.clickpath.edge.proxying;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.handler.codec.http3.DefaultHttp3DataFrame;
import io.netty.handler.codec.http3.DefaultHttp3Headers;
import io.netty.handler.codec.http3.DefaultHttp3HeadersFrame;
import io.netty.handler.codec.http3.DefaultHttp3UnknownFrame;
import io.netty.handler.codec.http3.Http3;
import io.netty.handler.codec.http3.Http3ClientConnectionHandler;
import io.netty.handler.codec.http3.Http3DataFrame;
import io.netty.handler.codec.http3.Http3HeadersFrame;
import io.netty.handler.codec.quic.QuicChannel;
import io.netty.handler.codec.quic.QuicClientCodecBuilder;
import io.netty.handler.codec.quic.QuicConnectionCloseEvent;
import io.netty.handler.codec.quic.QuicSslContext;
import io.netty.handler.codec.quic.QuicSslContextBuilder;
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamResetException;
import io.netty.handler.codec.quic.QuicStreamType;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/3 client that sends whatever it is told to.
 */
final class RawHttp3 implements AutoCloseable {

	private final EventLoopGroup eventLoop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

	private final int port;

	private final QuicChannel connection;

	private final CompletableFuture<Integer> closed = new CompletableFuture<>();

	RawHttp3(int port, QuicSslContext tls) {
		this(port, port, tls);
	}

	/**
	 * Connects by way of another port, behind which there is the one that is meant.
	 * @throws IllegalStateException when nobody answers there
	 */
	RawHttp3(int port, int by, QuicSslContext tls) {
		this.port = port;
		try {
			Channel datagrams = done(new Bootstrap().group(this.eventLoop)
				.channel(NioDatagramChannel.class)
				.handler(new QuicClientCodecBuilder()
					.sslEngineProvider((channel) -> tls.newEngine(channel.alloc(), "localhost", port))
					.maxIdleTimeout(20, TimeUnit.SECONDS)
					.initialMaxData(1 << 20)
					.initialMaxStreamDataBidirectionalLocal(1 << 18)
					.initialMaxStreamDataUnidirectional(1 << 16)
					.initialMaxStreamsUnidirectional(10)
					.build())
				.bind("127.0.0.1", 0));
			this.connection = get(QuicChannel.newBootstrap(datagrams)
				.handler(new Http3ClientConnectionHandler())
				.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 2_000)
				.remoteAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), by))
				.connect());
		}
		catch (IllegalStateException ex) {
			Future<?> _ = this.eventLoop.shutdownGracefully(0, 5, TimeUnit.SECONDS);
			throw ex;
		}
		this.connection.pipeline().addLast(new ChannelInboundHandlerAdapter() {

			@Override
			public void userEventTriggered(ChannelHandlerContext context, Object event) {
				if (event instanceof QuicConnectionCloseEvent close) {
					RawHttp3.this.closed.complete(close.error());
				}
			}

		});
		this.connection.closeFuture().addListener((done) -> this.closed.complete(0));
	}

	/**
	 * For clients that trust an authority; sessions are resumed within one context.
	 */
	static QuicSslContext tls(TrustManager trusted) {
		return QuicSslContextBuilder.forClient().trustManager(trusted).applicationProtocols("h3").build();
	}

	private static Channel done(ChannelFuture future) {
		get(future);
		return future.channel();
	}

	private static <T extends @Nullable Object> T get(Future<T> future) {
		if (!future.awaitUninterruptibly(10, TimeUnit.SECONDS) || !future.isSuccess()) {
			throw new IllegalStateException(future.cause());
		}
		return future.getNow();
	}

	String authority() {
		return "localhost:" + this.port;
	}

	/**
	 * A good request, to be changed.
	 */
	List<String> get(String path) {
		return request("GET", path);
	}

	List<String> request(String method, String path) {
		return new ArrayList<>(
				List.of(":method", method, ":scheme", "https", ":authority", authority(), ":path", path));
	}

	X509Certificate certificate() throws SSLException {
		return (X509Certificate) session().getPeerCertificates()[0];
	}

	SSLSession session() {
		return Objects.requireNonNull(this.connection.sslEngine()).getSession();
	}

	/**
	 * Why the connection ended, once it has.
	 */
	int closed() {
		return this.closed.orTimeout(10, TimeUnit.SECONDS).join();
	}

	boolean isOpen() {
		return this.connection.isActive();
	}

	Answer send(List<String> fields) {
		Stream stream = open();
		stream.head(fields);
		stream.end();
		return stream.answer();
	}

	Stream open() {
		Stream stream = new Stream();
		stream.channel = get(Http3.newRequestStream(this.connection, stream));
		return stream;
	}

	/**
	 * Sends octets on a stream for a request.
	 */
	void octets(byte[] octets) {
		QuicStreamChannel stream = get(
				this.connection.createStream(QuicStreamType.BIDIRECTIONAL, new ChannelInboundHandlerAdapter()));
		Channel _ = done(stream.writeAndFlush(Unpooled.copiedBuffer(octets)));
	}

	/**
	 * Sends an empty frame on the stream for settings.
	 */
	void control(long type) {
		// Faster than it goes out, it would only pile up here.
		Channel _ = done(Objects.requireNonNull(Http3.getLocalControlStream(this.connection))
			.writeAndFlush(new DefaultHttp3UnknownFrame(type, Unpooled.EMPTY_BUFFER)));
	}

	/**
	 * Sends what has to be acknowledged, and waits for nothing.
	 */
	void ping() {
		ChannelFuture _ = Objects.requireNonNull(Http3.getLocalControlStream(this.connection))
			.writeAndFlush(new DefaultHttp3UnknownFrame(0x40, Unpooled.EMPTY_BUFFER));
	}

	@Override
	public void close() {
		this.connection.close().awaitUninterruptibly(5, TimeUnit.SECONDS);
		this.eventLoop.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
	}

	/**
	 * What came back.
	 *
	 * @param reset the error of the stream, or -1 when it ended well
	 */
	record Answer(List<List<String>> fields, Buffer body, long reset) {

		String status() {
			return first(":status");
		}

		String first(String name) {
			return all(name).stream().findFirst().orElse("");
		}

		List<String> all(String name) {
			return this.fields.stream().filter((field) -> field.getFirst().equals(name)).map(List::getLast).toList();
		}

		String text() {
			return this.body.toString();
		}

	}

	/**
	 * One request.
	 */
	static final class Stream extends ChannelInboundHandlerAdapter {

		private final List<List<String>> fields = new ArrayList<>();

		private final Buffer body = Buffer.buffer();

		private final CompletableFuture<Answer> answer = new CompletableFuture<>();

		private @Nullable QuicStreamChannel channel;

		private @Nullable ChannelFuture written;

		QuicStreamChannel channel() {
			return Objects.requireNonNull(this.channel);
		}

		Stream head(List<String> names) {
			DefaultHttp3Headers headers = new DefaultHttp3Headers(false);
			for (int i = 0; i < names.size(); i += 2) {
				headers.add(names.get(i), names.get(i + 1));
			}
			this.written = channel().writeAndFlush(new DefaultHttp3HeadersFrame(headers));
			return this;
		}

		Stream data(byte[] octets) {
			this.written = channel().writeAndFlush(new DefaultHttp3DataFrame(Unpooled.copiedBuffer(octets)));
			return this;
		}

		/** Netty would not wait for what is still to be written. */
		Stream end() {
			Objects.requireNonNull(this.written).addListener(QuicStreamChannel.SHUTDOWN_OUTPUT);
			return this;
		}

		Stream reset() {
			ChannelFuture _ = channel().shutdownOutput(0x10c);
			return this;
		}

		Stream stopSending() {
			ChannelFuture _ = channel().shutdownInput(0x10c);
			return this;
		}

		Answer answer() {
			return this.answer.orTimeout(20, TimeUnit.SECONDS).join();
		}

		@Override
		public void channelRead(ChannelHandlerContext context, Object message) {
			if (message instanceof Http3HeadersFrame frame) {
				frame.headers()
					.forEach((field) -> this.fields
						.add(List.of(field.getKey().toString(), field.getValue().toString())));
			}
			else if (message instanceof Http3DataFrame frame) {
				this.body.appendBytes(ByteBufUtil.getBytes(frame.content()));
			}
			ReferenceCountUtil.release(message);
		}

		@Override
		public void userEventTriggered(ChannelHandlerContext context, Object event) {
			if (event == ChannelInputShutdownEvent.INSTANCE) {
				complete(-1);
			}
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
			if (cause instanceof QuicStreamResetException reset) {
				complete(reset.applicationProtocolCode());
			}
			else {
				this.answer.completeExceptionally(cause);
			}
		}

		@Override
		public void channelInactive(ChannelHandlerContext context) {
			this.answer.completeExceptionally(new IOException("The stream was closed"));
		}

		private void complete(long reset) {
			this.answer.complete(new Answer(List.copyOf(this.fields), this.body.copy(), reset));
		}

	}

}
