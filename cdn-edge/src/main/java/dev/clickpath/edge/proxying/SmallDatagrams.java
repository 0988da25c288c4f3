package dev.clickpath.edge.proxying;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.socket.DatagramPacket;

/**
 * Drops what asks for a connection, or for another version, in fewer than 1,200 octets:
 * the answer would be longer than the question, and might go to somebody who has asked
 * nothing (RFC 9000, sections 8.1 and 14.1). Netty answers it.
 */
@ChannelHandler.Sharable
final class SmallDatagrams extends ChannelInboundHandlerAdapter {

	private static final int SMALLEST = 1_200;

	private static final int LONG_HEADER = 0x80;

	private static final int TYPE = 0x30;

	private static final int INITIAL = 0;

	private static final int VERSION_1 = 1;

	private static final int VERSION_END = 5;

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof DatagramPacket packet && isTooSmall(packet.content())) {
			packet.release();
		}
		else {
			context.fireChannelRead(message);
		}
	}

	static boolean isTooSmall(ByteBuf datagram) {
		if (datagram.readableBytes() >= SMALLEST) {
			return false;
		}
		if (datagram.readableBytes() < VERSION_END) {
			return true;
		}
		int first = datagram.getUnsignedByte(datagram.readerIndex());
		boolean known = datagram.getInt(datagram.readerIndex() + 1) == VERSION_1;
		return (first & LONG_HEADER) != 0 && (!known || (first & TYPE) == INITIAL);
	}

}
