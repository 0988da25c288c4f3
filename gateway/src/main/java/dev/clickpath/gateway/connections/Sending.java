package dev.clickpath.gateway.connections;

import java.io.IOException;
import java.util.function.Consumer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.netty.channel.AbortedException;

/**
 * Writes a request to a connection: its head, then its body piece by piece, the next one
 * when the last one has left.
 */
final class Sending {

	private final Channel channel;

	private final Outgoing request;

	private final BodyWriter body = new BodyWriter();

	private Consumer<Throwable> failed = (failure) -> {
	};

	private Runnable moved = () -> {
	};

	private volatile boolean over;

	/** Whether a piece of the body has not left yet. */
	private boolean leaving;

	Sending(Channel channel, Outgoing request) {
		this.channel = channel;
		this.request = request;
	}

	/**
	 * @param failed is told when it cannot be sent
	 * @param moved is told of each piece of the body that has left
	 */
	void begin(Consumer<Throwable> failed, Runnable moved) {
		this.failed = failed;
		this.moved = moved;
		HttpRequest head = this.request.head();
		if (this.request.body() == null) {
			this.over = true;
			write(new DefaultFullHttpRequest(head.protocolVersion(), head.method(), head.uri(), Unpooled.EMPTY_BUFFER,
					head.headers(), EmptyHttpHeaders.INSTANCE), this.request.left());
		}
		else {
			write(head, this.request.left());
			this.request.body().subscribe(this.body);
		}
	}

	/** Whether all of it has been written. */
	boolean isOver() {
		return this.over;
	}

	/** Whether the next piece of the body is not here yet. */
	boolean isWaiting() {
		return !this.over && !this.leaving;
	}

	/** Nobody needs the rest of it. */
	void stop() {
		this.failed = (failure) -> {
		};
		this.moved = () -> {
		};
		this.body.cancel();
	}

	private void write(Object message, Runnable then) {
		this.channel.writeAndFlush(message).addListener((written) -> {
			if (written.isSuccess()) {
				then.run();
			}
			else {
				Throwable cause = written.cause();
				this.failed.accept(
						(cause instanceof IOException) ? cause : new IOException("The request cannot be sent", cause));
			}
		});
	}

	private final class BodyWriter extends BaseSubscriber<ByteBuf> {

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			subscription.request(1);
		}

		@Override
		protected void hookOnNext(ByteBuf piece) {
			Sending.this.leaving = true;
			write(new DefaultHttpContent(piece), () -> {
				Sending.this.leaving = false;
				Sending.this.moved.run();
				request(1);
			});
		}

		@Override
		protected void hookOnComplete() {
			Sending.this.over = true;
			write(LastHttpContent.EMPTY_LAST_CONTENT, () -> Sending.this.moved.run());
		}

		@Override
		protected void hookOnError(Throwable failure) {
			// The client's connection is one thing, the upstream's another.
			Sending.this.failed.accept((failure instanceof AbortedException) ? failure : new AbortedException(failure));
		}

	}

}
