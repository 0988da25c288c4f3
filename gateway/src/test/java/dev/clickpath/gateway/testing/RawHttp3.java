package dev.clickpath.gateway.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.SSLException;

import io.netty.bootstrap.Bootstrap;
import io.netty.buffer.ByteBuf;
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
import io.netty.handler.codec.quic.QuicStreamChannel;
import io.netty.handler.codec.quic.QuicStreamChannelConfig;
import io.netty.handler.codec.quic.QuicStreamResetException;
import io.netty.handler.codec.quic.QuicStreamType;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP/3 client that sends whatever it is told to.
 */
public final class RawHttp3 implements AutoCloseable {

	private final EventLoopGroup eventLoop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

	private final String authority;

	private final QuicChannel connection;

	private final CompletableFuture<Integer> closed = new CompletableFuture<>();

	public RawHttp3(int port, QuicSslContext tls) {
		this(port, port, tls);
	}

	/**
	 * Wants no more of an answer, until it has taken what came, than so many octets.
	 */
	public RawHttp3(int port, QuicSslContext tls, int window) {
		this(port, port, tls, window);
	}

	/**
	 * Connects by way of another port, behind which there is the one that is meant.
	 * @throws IllegalStateException when nobody answers there
	 */
	public RawHttp3(int port, int by, QuicSslContext tls) {
		this(port, by, tls, 1 << 18);
	}

	private RawHttp3(int port, int by, QuicSslContext tls, int window) {
		this.authority = "localhost:" + port;
		try {
			Channel datagrams = done(new Bootstrap().group(this.eventLoop)
				.channel(NioDatagramChannel.class)
				.handler(new QuicClientCodecBuilder()
					.sslEngineProvider((channel) -> tls.newEngine(channel.alloc(), "localhost", port))
					.maxIdleTimeout(20, TimeUnit.SECONDS)
					.initialMaxData(1 << 20)
					.initialMaxStreamDataBidirectionalLocal(window)
					.initialMaxStreamDataUnidirectional(1 << 16)
					.initialMaxStreamsUnidirectional(10)
					.build())
				.bind(InetAddress.getLoopbackAddress(), 0));
			this.connection = get(QuicChannel.newBootstrap(datagrams)
				.handler(new Http3ClientConnectionHandler())
				.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, 4_000)
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

	public String authority() {
		return this.authority;
	}

	/**
	 * The fields of a good request, to which a test may add.
	 */
	public List<String> get(String path) {
		return request("GET", path);
	}

	public List<String> request(String method, String path) {
		return new ArrayList<>(
				List.of(":method", method, ":scheme", "https", ":authority", this.authority, ":path", path));
	}

	public X509Certificate certificate() throws SSLException {
		return (X509Certificate) Objects.requireNonNull(this.connection.sslEngine())
			.getSession()
			.getPeerCertificates()[0];
	}

	/**
	 * Why the connection ended, once it has.
	 */
	public int closed() {
		return this.closed.orTimeout(10, TimeUnit.SECONDS).join();
	}

	public boolean isOpen() {
		return this.connection.isActive();
	}

	public Answer send(List<String> fields) {
		Stream stream = open();
		stream.head(fields);
		stream.end();
		return stream.answer();
	}

	public Stream open() {
		Stream stream = new Stream();
		stream.channel = get(Http3.newRequestStream(this.connection, stream));
		return stream;
	}

	/**
	 * Sends octets on a stream for a request.
	 */
	public void octets(byte[] octets) {
		QuicStreamChannel stream = get(
				this.connection.createStream(QuicStreamType.BIDIRECTIONAL, new ChannelInboundHandlerAdapter()));
		Channel _ = done(stream.writeAndFlush(Unpooled.copiedBuffer(octets)));
	}

	/**
	 * Sends an empty frame on the stream for settings.
	 */
	public void control(long type) {
		// Faster than it goes out, it would only pile up here.
		Channel _ = done(Objects.requireNonNull(Http3.getLocalControlStream(this.connection))
			.writeAndFlush(new DefaultHttp3UnknownFrame(type, Unpooled.EMPTY_BUFFER)));
	}

	/**
	 * Sends what has to be acknowledged, and waits for nothing.
	 */
	public void ping() {
		ChannelFuture _ = Objects.requireNonNull(Http3.getLocalControlStream(this.connection))
			.writeAndFlush(new DefaultHttp3UnknownFrame(0x40, Unpooled.EMPTY_BUFFER));
	}

	@Override
	public void close() {
		this.connection.close().awaitUninterruptibly(5, TimeUnit.SECONDS);
		this.connection.parent().close().awaitUninterruptibly(5, TimeUnit.SECONDS);
		this.eventLoop.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly(5, TimeUnit.SECONDS);
	}

	/**
	 * What came back.
	 *
	 * @param fields names and values, those of interim answers first
	 * @param body the body
	 * @param reset the error of the stream, or -1 when it ended well
	 */
	public record Answer(List<List<String>> fields, ByteBuf body, long reset) {

		public String status() {
			return first(":status");
		}

		public String first(String name) {
			return all(name).stream().findFirst().orElse("");
		}

		public List<String> all(String name) {
			return this.fields.stream().filter((field) -> field.getFirst().equals(name)).map(List::getLast).toList();
		}

		public byte[] octets() {
			return ByteBufUtil.getBytes(this.body);
		}

		public String text() {
			return this.body.toString(StandardCharsets.UTF_8);
		}

	}

	/**
	 * One request.
	 */
	public static final class Stream extends ChannelInboundHandlerAdapter {

		private final List<List<String>> fields = new ArrayList<>();

		private final ByteArrayOutputStream body = new ByteArrayOutputStream();

		private final CompletableFuture<String> begun = new CompletableFuture<>();

		private final CompletableFuture<Answer> answer = new CompletableFuture<>();

		private @Nullable QuicStreamChannel channel;

		private @Nullable ChannelFuture written;

		public QuicStreamChannel channel() {
			return Objects.requireNonNull(this.channel);
		}

		public Stream head(List<String> names) {
			DefaultHttp3Headers headers = new DefaultHttp3Headers(false);
			for (int i = 0; i < names.size(); i += 2) {
				headers.add(names.get(i), names.get(i + 1));
			}
			this.written = channel().writeAndFlush(new DefaultHttp3HeadersFrame(headers));
			return this;
		}

		/** Takes nothing of what comes from here on. */
		public Stream unread() {
			QuicStreamChannelConfig _ = channel().config().setAutoRead(false);
			return this;
		}

		/** Takes it after all. */
		public Stream read() {
			QuicStreamChannelConfig _ = channel().config().setAutoRead(true);
			return this;
		}

		public Stream data(byte[] octets) {
			this.written = channel().writeAndFlush(new DefaultHttp3DataFrame(Unpooled.copiedBuffer(octets)));
			return this;
		}

		/** Netty would not wait for what is still to be written. */
		public Stream end() {
			Objects.requireNonNull(this.written).addListener(QuicStreamChannel.SHUTDOWN_OUTPUT);
			return this;
		}

		public Stream reset() {
			ChannelFuture _ = channel().shutdownOutput(0x10c);
			return this;
		}

		public Stream stopSending() {
			ChannelFuture _ = channel().shutdownInput(0x10c);
			return this;
		}

		/**
		 * The status of the first answer, interim or not, once it is there.
		 */
		public String begun() {
			return this.begun.orTimeout(20, TimeUnit.SECONDS).join();
		}

		public Answer answer() {
			return this.answer.orTimeout(20, TimeUnit.SECONDS).join();
		}

		@Override
		public void channelRead(ChannelHandlerContext context, Object message) {
			if (message instanceof Http3HeadersFrame frame) {
				frame.headers()
					.forEach((field) -> this.fields
						.add(List.of(field.getKey().toString(), field.getValue().toString())));
				this.begun.complete(String.valueOf(frame.headers().status()));
			}
			else if (message instanceof Http3DataFrame frame) {
				this.body.writeBytes(ByteBufUtil.getBytes(frame.content()));
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
			this.answer
				.complete(new Answer(List.copyOf(this.fields), Unpooled.wrappedBuffer(this.body.toByteArray()), reset));
		}

	}

}
