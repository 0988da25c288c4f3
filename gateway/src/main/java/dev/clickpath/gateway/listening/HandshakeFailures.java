package dev.clickpath.gateway.listening;

import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLException;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.ssl.NotSslRecordException;
import io.netty.handler.ssl.SslHandshakeCompletionEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends connections on which TLS comes to nothing, and tells of it in a sentence, of
 * others within the same minute in a number. Anybody can make handshakes fail; Netty
 * would log a stack trace of each.
 */
@Sharable
final class HandshakeFailures extends ChannelInboundHandlerAdapter {

	private static final Logger logger = LoggerFactory.getLogger(HandshakeFailures.class);

	static final Duration PAUSE = Duration.ofMinutes(1);

	private final InstantSource clock;

	private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);

	private final AtomicLong untold = new AtomicLong();

	HandshakeFailures(InstantSource clock) {
		this.clock = clock;
	}

	@Override
	public void userEventTriggered(ChannelHandlerContext context, Object event) {
		if (event instanceof SslHandshakeCompletionEvent handshake && !handshake.isSuccess()) {
			end(context, handshake.cause());
		}
		else {
			context.fireUserEventTriggered(event);
		}
	}

	@Override
	public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
		Throwable failure = (cause instanceof DecoderException && cause.getCause() != null) ? cause.getCause() : cause;
		if (failure instanceof SSLException) {
			end(context, failure);
		}
		else {
			context.fireExceptionCaught(cause);
		}
	}

	/** Of a client that has gone by itself there is nothing to tell. */
	private void end(ChannelHandlerContext context, Throwable failure) {
		if (context.channel().isActive()) {
			tell(context.channel().remoteAddress(), failure);
			ChannelFuture _ = context.close();
		}
	}

	private void tell(SocketAddress client, Throwable failure) {
		Instant now = this.clock.instant();
		Instant due = this.next.get();
		if (now.isBefore(due) || !this.next.compareAndSet(due, now.plus(PAUSE))) {
			this.untold.incrementAndGet();
			return;
		}
		long others = this.untold.getAndSet(0);
		logger.warn("TLS with {} came to nothing: {}{}", client, words(failure),
				(others > 0) ? ", and with " + others + " others since the last message" : "");
	}

	/** What is not TLS comes with all its octets, which are the client's to choose. */
	private static String words(Throwable failure) {
		return (failure instanceof NotSslRecordException) ? "it does not speak TLS" : String.valueOf(rootOf(failure));
	}

	private static Throwable rootOf(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root;
	}

}
