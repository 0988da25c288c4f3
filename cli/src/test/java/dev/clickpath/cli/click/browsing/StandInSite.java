package dev.clickpath.cli.click.browsing;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import dev.clickpath.cli.certificates.Certificates;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http2.DefaultHttp2DataFrame;
import io.netty.handler.codec.http2.DefaultHttp2Headers;
import io.netty.handler.codec.http2.DefaultHttp2HeadersFrame;
import io.netty.handler.codec.http2.DefaultHttp2ResetFrame;
import io.netty.handler.codec.http2.Http2Error;
import io.netty.handler.codec.http2.Http2FrameCodec;
import io.netty.handler.codec.http2.Http2FrameCodecBuilder;
import io.netty.handler.codec.http2.Http2Headers;
import io.netty.handler.codec.http2.Http2HeadersFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.codec.http2.Http2StreamFrame;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A small site in this process, over HTTP/1.1 or HTTP/2, with TLS or without, that
 * answers as it is told.
 */
public final class StandInSite implements AutoCloseable {

	/**
	 * What is answered.
	 *
	 * @param fields names and values
	 * @param hints the lines of {@code Link} that are sent ahead with 103
	 */
	@SuppressWarnings("ArrayRecordComponent")
	public record Page(int status, Map<String, String> fields, byte[] body, List<String> hints) {

		public static Page of(String type, byte[] body) {
			return new Page(200, Map.of("content-type", type), body, List.of());
		}

		Page with(Map<String, String> more) {
			Map<String, String> all = new TreeMap<>(this.fields);
			all.putAll(more);
			return new Page(this.status, all, this.body, this.hints);
		}

		Page hinted(String... links) {
			return new Page(this.status, this.fields, this.body, List.of(links));
		}

	}

	/** The answer to it never ends: its stream is reset, or its connection closed. */
	static final Page BROKEN = new Page(-1, Map.of(), new byte[0], List.of());

	/** It is never answered. */
	static final Page SILENT = new Page(0, Map.of(), new byte[0], List.of());

	/** How a server says that it has not begun with a question. */
	enum Refusal {

		RESET, GO_AWAY

	}

	/**
	 * To the connection, with no stream that it has begun with (RFC 9113, section 6.8).
	 */
	private static final byte[] GO_AWAY_FROM_ALL = { 0, 0, 8, 7, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 };

	private final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();

	private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

	private final Map<String, Page> pages = new ConcurrentHashMap<>();

	private final Queue<String> questions = new ConcurrentLinkedQueue<>();

	private final AtomicInteger connections = new AtomicInteger();

	private final AtomicInteger open = new AtomicInteger();

	private final AtomicInteger mostOpen = new AtomicInteger();

	private final boolean secure;

	private final Channel listener;

	private StandInSite(@Nullable SslContext tls) {
		this.secure = tls != null;
		this.listener = new ServerBootstrap().group(this.loop)
			.channel(NioServerSocketChannel.class)
			.childHandler(new ChannelInitializer<Channel>() {
				@Override
				protected void initChannel(Channel channel) {
					StandInSite.this.connections.incrementAndGet();
					StandInSite.this.mostOpen.accumulateAndGet(StandInSite.this.open.incrementAndGet(), Math::max);
					channel.closeFuture().addListener((closed) -> StandInSite.this.open.decrementAndGet());
					if (tls != null) {
						channel.pipeline().addLast(tls.newHandler(channel.alloc()), new Negotiation());
					}
					else {
						speakHttp1(channel);
					}
				}
			})
			.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0))
			.syncUninterruptibly()
			.channel();
	}

	/** HTTP/1.1 without TLS. */
	public static StandInSite clear() {
		return new StandInSite(null);
	}

	/** TLS with the shop's certificate, and HTTP/2 or HTTP/1.1. */
	public static StandInSite secure(Certificates certificates, String protocol) throws Exception {
		return new StandInSite(
				SslContextBuilder.forServer(certificates.certificate().toFile(), certificates.privateKey().toFile())
					.applicationProtocolConfig(new ApplicationProtocolConfig(ApplicationProtocolConfig.Protocol.ALPN,
							ApplicationProtocolConfig.SelectorFailureBehavior.NO_ADVERTISE,
							ApplicationProtocolConfig.SelectedListenerFailureBehavior.ACCEPT, protocol))
					.build());
	}

	/**
	 * Answers so.
	 * @param path where; with a space and cookies, whoever sends these
	 */
	public StandInSite put(String path, Page page) {
		this.pages.put(path, page);
		return this;
	}

	/** Refuses the next questions over HTTP/2. */
	void refuse(List<Refusal> next) {
		this.refusals.addAll(next);
	}

	public URI address(String path) {
		return URI.create("%s://localhost:%d%s".formatted(this.secure ? "https" : "http",
				((InetSocketAddress) this.listener.localAddress()).getPort(), path));
	}

	/** The paths that were asked for. */
	public List<String> questions() {
		return List.copyOf(this.questions);
	}

	int connections() {
		return this.connections.get();
	}

	int mostConnectionsAtOnce() {
		return this.mostOpen.get();
	}

	private Page page(String path, @Nullable CharSequence cookies) {
		this.questions.add(path);
		return this.pages.getOrDefault(path + " " + cookies,
				this.pages.getOrDefault(path, new Page(404, Map.of(), new byte[0], List.of())));
	}

	private void speakHttp1(Channel channel) {
		channel.pipeline().addLast(new HttpServerCodec(), new HttpObjectAggregator(1_000), new Http1());
	}

	private void speakHttp2(Channel channel) {
		channel.pipeline()
			.addLast(Http2FrameCodecBuilder.forServer().build(), new Http2MultiplexHandler(new ChannelInitializer<>() {
				@Override
				protected void initChannel(Channel stream) {
					stream.pipeline().addLast(new Http2());
				}
			}));
	}

	@Override
	public void close() {
		this.loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
	}

	private final class Negotiation extends ApplicationProtocolNegotiationHandler {

		Negotiation() {
			super("http/1.1");
		}

		@Override
		protected void configurePipeline(ChannelHandlerContext context, String protocol) {
			if (protocol.equals("h2")) {
				speakHttp2(context.channel());
			}
			else {
				speakHttp1(context.channel());
			}
		}

		@Override
		protected void handshakeFailure(ChannelHandlerContext context, Throwable cause) {
			ChannelFuture _ = context.close();
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
			ChannelFuture _ = context.close();
		}

	}

	private final class Http1 extends SimpleChannelInboundHandler<FullHttpRequest> {

		@Override
		protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
			Page page = page(request.uri(), request.headers().get("cookie"));
			if (page.status() == SILENT.status()) {
				return;
			}
			if (page.status() == BROKEN.status()) {
				DefaultHttpResponse head = new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.OK);
				head.headers().set("content-length", 1_000);
				ChannelFuture _ = context.writeAndFlush(head).addListener(ChannelFutureListener.CLOSE);
				return;
			}
			if (!page.hints().isEmpty()) {
				FullHttpResponse hints = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
						HttpResponseStatus.EARLY_HINTS);
				page.hints().forEach((link) -> hints.headers().add("link", link));
				ChannelFuture _ = context.writeAndFlush(hints);
			}
			FullHttpResponse response = new DefaultFullHttpResponse(HttpVersion.HTTP_1_1,
					HttpResponseStatus.valueOf(page.status()), Unpooled.wrappedBuffer(page.body()));
			page.fields().forEach((name, value) -> response.headers().set(name, value));
			response.headers().set("content-length", page.body().length);
			ChannelFuture _ = context.writeAndFlush(response);
		}

	}

	private final class Http2 extends SimpleChannelInboundHandler<Http2StreamFrame> {

		@Override
		protected void channelRead0(ChannelHandlerContext context, Http2StreamFrame frame) {
			if (frame instanceof Http2HeadersFrame headers) {
				Refusal refusal = StandInSite.this.refusals.poll();
				if (refusal != null) {
					refuse(context, refusal);
					return;
				}
				answer(context, page(headers.headers().path().toString(), headers.headers().get("cookie")));
			}
		}

		private void refuse(ChannelHandlerContext context, Refusal refusal) {
			ChannelFuture _ = switch (refusal) {
				case RESET -> context.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.REFUSED_STREAM));
				// The codec itself would not take back what it has read.
				case GO_AWAY -> context.channel()
					.parent()
					.pipeline()
					.context(Http2FrameCodec.class)
					.writeAndFlush(Unpooled.wrappedBuffer(GO_AWAY_FROM_ALL));
			};
		}

		private void answer(ChannelHandlerContext context, Page page) {
			if (page.status() == SILENT.status()) {
				return;
			}
			if (page.status() == BROKEN.status()) {
				ChannelFuture _ = context.writeAndFlush(new DefaultHttp2ResetFrame(Http2Error.INTERNAL_ERROR));
				return;
			}
			if (!page.hints().isEmpty()) {
				Http2Headers hints = new DefaultHttp2Headers().status("103");
				page.hints().forEach((link) -> hints.add("link", link));
				ChannelFuture _ = context.writeAndFlush(new DefaultHttp2HeadersFrame(hints));
			}
			Http2Headers head = new DefaultHttp2Headers().status(Integer.toString(page.status()));
			page.fields().forEach(head::set);
			ChannelFuture _ = context.write(new DefaultHttp2HeadersFrame(head));
			ChannelFuture _ = context
				.writeAndFlush(new DefaultHttp2DataFrame(Unpooled.wrappedBuffer(page.body()), true));
		}

	}

}
