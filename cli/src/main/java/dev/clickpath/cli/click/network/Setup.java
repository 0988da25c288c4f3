package dev.clickpath.cli.click.network;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import dev.clickpath.cli.click.timeline.Handshake;
import dev.clickpath.cli.click.timeline.Lookup;
import dev.clickpath.cli.click.timeline.Opening;
import dev.clickpath.cli.click.timeline.Span;
import dev.clickpath.cli.click.timeline.Stopwatch;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.handler.codec.http2.DefaultHttp2WindowUpdateFrame;
import io.netty.handler.codec.http2.Http2MultiplexHandler;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.ApplicationProtocolNegotiationHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.ssl.SslHandshakeTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Makes a connection that TCP has ready for questions: with TLS where it belongs, then
 * the codec of the protocol that both agreed on.
 */
final class Setup extends ChannelInitializer<Channel> {

	/** As much again as a stream may have: one connection carries several. */
	private static final int MORE_WINDOW = 15 * 1024 * 1024;

	private final int number;

	private final Origin origin;

	private final Lookup lookup;

	private final Tls tls;

	private final Stopwatch watch;

	private final Span connecting;

	private final long began = System.currentTimeMillis();

	private final Duration patience;

	private final CompletableFuture<Connection> ready = new CompletableFuture<>();

	Setup(int number, Origin origin, Lookup lookup, Tls tls, Stopwatch watch, Span connecting, Duration patience) {
		this.number = number;
		this.origin = origin;
		this.lookup = lookup;
		this.tls = tls;
		this.watch = watch;
		this.connecting = connecting;
		this.patience = patience;
	}

	/**
	 * The connection, once it can be used.
	 */
	CompletableFuture<Connection> ready(ChannelFuture registration) {
		ChannelFuture _ = registration.addListener((result) -> {
			if (!result.isSuccess()) {
				this.ready.completeExceptionally(result.cause());
			}
		});
		return this.ready;
	}

	@Override
	protected void initChannel(Channel channel) {
		if (!this.origin.secure()) {
			speakHttp1(channel, null);
			return;
		}
		SslHandler handler = this.tls.handler(channel.alloc(), this.origin);
		handler.setHandshakeTimeoutMillis(this.patience.toMillis());
		channel.pipeline().addLast(handler, new Negotiation(handler));
	}

	private void speakHttp1(Channel channel, @Nullable Handshake handshake) {
		Http1Answers answers = new Http1Answers();
		channel.pipeline().addLast(Http1Answers.codec(), answers);
		this.ready
			.complete(new Http1Connection(opening(channel, "http/1.1", handshake), channel, answers, this.patience));
	}

	private void speakHttp2(Channel channel, Handshake handshake) {
		Http2Connection.Watcher watcher = new Http2Connection.Watcher();
		channel.pipeline()
			.addLast(Http2Answer.codec(), new Http2MultiplexHandler(new ChannelInboundHandlerAdapter()), watcher);
		ChannelFuture _ = channel.writeAndFlush(new DefaultHttp2WindowUpdateFrame(MORE_WINDOW));
		this.ready.complete(new Http2Connection(opening(channel, "h2", handshake), channel, watcher, this.patience));
	}

	private Opening opening(Channel channel, String protocol, @Nullable Handshake handshake) {
		return new Opening(this.number, this.origin.toString(), Addresses.text(channel.remoteAddress()), protocol,
				this.lookup, this.connecting, handshake);
	}

	/** What comes after the handshake. */
	private final class Negotiation extends ApplicationProtocolNegotiationHandler {

		private final SslHandler handler;

		Negotiation(SslHandler handler) {
			super(ApplicationProtocolNames.HTTP_1_1);
			this.handler = handler;
		}

		@Override
		protected void configurePipeline(ChannelHandlerContext context, String protocol) {
			Handshake handshake = Setup.this.tls.handshake(this.handler, Setup.this.began,
					new Span(Setup.this.connecting.to(), Setup.this.watch.now()));
			if (protocol.equals(ApplicationProtocolNames.HTTP_2)) {
				speakHttp2(context.channel(), handshake);
			}
			else {
				speakHttp1(context.channel(), handshake);
			}
		}

		@Override
		protected void handshakeFailure(ChannelHandlerContext context, Throwable cause) {
			Setup.this.ready.completeExceptionally(cause);
			ChannelFuture _ = context.close();
		}

		@Override
		public void channelInactive(ChannelHandlerContext context) throws Exception {
			Throwable patienceAtItsEnd = this.handler.handshakeFuture().cause();
			Setup.this.ready.completeExceptionally((patienceAtItsEnd instanceof SslHandshakeTimeoutException)
					? patienceAtItsEnd : new BrokenOffException("within the handshake"));
			super.channelInactive(context);
		}

		@Override
		public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
			Setup.this.ready.completeExceptionally(cause);
			ChannelFuture _ = context.close();
		}

	}

}
