package dev.clickpath.gateway.proxy;

import java.io.IOException;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.ReferenceCountUtil;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WriteWatchTests {

	private final Delivery delivery = new Delivery();

	@Test
	void aRequestHasBegunOnceItsFirstBytesHaveLeft() {
		EmbeddedChannel channel = new EmbeddedChannel(new WriteWatch());
		WriteWatch.watch(channel, this.delivery);
		assertThat(this.delivery.hasBegun()).isFalse();
		assertThat(channel.writeOutbound(Unpooled.wrappedBuffer(new byte[1]))).isTrue();
		assertThat(this.delivery.hasBegun()).isTrue();
		channel.finishAndReleaseAll();
	}

	@Test
	void aRequestHasNotBegunWhenTheConnectionTookNothing() {
		EmbeddedChannel channel = new EmbeddedChannel(new Broken(), new WriteWatch());
		WriteWatch.watch(channel, this.delivery);
		assertThat(channel.write(Unpooled.wrappedBuffer(new byte[1])).isSuccess()).isFalse();
		assertThat(this.delivery.hasBegun()).isFalse();
	}

	private static final class Broken extends ChannelOutboundHandlerAdapter {

		@Override
		public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
			ReferenceCountUtil.release(message);
			promise.setFailure(new IOException("Broken pipe"));
		}

	}

}
