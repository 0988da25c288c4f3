package dev.clickpath.cli.click.network;

import java.time.Duration;

import dev.clickpath.cli.click.timeline.Opening;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;

/**
 * HTTP/1.1: one question at a time.
 */
final class Http1Connection extends Connection {

	private final Http1Answers answers;

	Http1Connection(Opening opening, Channel channel, Http1Answers answers, Duration patience) {
		super(opening, channel, patience);
		this.answers = answers;
	}

	@Override
	public boolean isShared() {
		return false;
	}

	@Override
	public boolean isUsable() {
		return this.answers.isUsable() && channel().isActive();
	}

	@Override
	void write(Request request, Incoming incoming) {
		this.answers.expect(incoming);
		incoming.writing();
		ChannelFuture _ = channel().writeAndFlush(Http1Answers.request(request)).addListener((result) -> {
			if (!result.isSuccess()) {
				incoming.fail(result.cause());
			}
		});
	}

	@Override
	void abandon() {
		close();
	}

}
