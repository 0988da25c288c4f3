package dev.clickpath.edge.proxying;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.DatagramPacket;
import io.netty.handler.codec.quic.QuicChannel;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the port for QUIC from sending more to anybody than they have asked for (RFC
 * 9000, sections 8 and 14.1), and connections from being led away.
 * <p>
 * What asks for a connection, or for another version, in fewer than 1,200 octets is
 * dropped: Netty would answer with more. And it takes the sender of any datagram with a
 * connection's id for its client's new address, before it knows whether the datagram is
 * genuine, and sends what comes next there. So a datagram with an id that has been used
 * from another address is dropped; and should a client use one that only it knows, in
 * somebody else's name, then the packets of a connection still leave only for addresses
 * from which a connection was begun, by a client that has shown that it gets what is sent
 * to it. A connection therefore does not move with its client, who begins another. All of
 * it happens on one event loop.
 */
final class DatagramGuard extends ChannelDuplexHandler {

	private static final int SMALLEST = 1_200;

	private static final int LONG_HEADER = 0x80;

	private static final int TYPE = 0x30;

	private static final int INITIAL = 0;

	private static final int RETRY = 0x30;

	private static final int VERSION_1 = 1;

	private static final int NEGOTIATION = 0;

	private static final int VERSION_END = 5;

	private final ConnectionIds ids = new ConnectionIds();

	/** What the datagram at hand is for. */
	private @Nullable ByteBuffer id;

	/**
	 * Lets the packets of a connection leave, as long as it lasts. The datagram at hand
	 * is what it begins with.
	 */
	void admit(QuicChannel connection, InetSocketAddress client) {
		this.ids.begin(client);
		if (this.id != null) {
			boolean _ = this.ids.isTaken(this.id, client);
		}
		connection.closeFuture().addListener((closed) -> connection.eventLoop().execute(() -> this.ids.end(client)));
	}

	@Override
	public void channelRead(ChannelHandlerContext context, Object message) {
		if (message instanceof DatagramPacket packet) {
			if (isTooSmall(packet.content())) {
				packet.release();
				return;
			}
			this.id = ConnectionIds.of(packet.content());
			if (this.id != null && this.ids.isTaken(this.id, packet.sender())) {
				packet.release();
				return;
			}
		}
		context.fireChannelRead(message);
	}

	@Override
	public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
		if (message instanceof DatagramPacket packet && !this.ids.isClient(packet.recipient())
				&& !asksForProof(packet.content())) {
			packet.release();
			// As if it had got lost.
			promise.trySuccess();
		}
		else {
			ChannelFuture _ = context.write(message, promise);
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

	/** A packet that is no connection's: Retry or Version Negotiation. */
	static boolean asksForProof(ByteBuf datagram) {
		if (datagram.readableBytes() < VERSION_END) {
			return false;
		}
		int first = datagram.getUnsignedByte(datagram.readerIndex());
		int version = datagram.getInt(datagram.readerIndex() + 1);
		return (first & LONG_HEADER) != 0
				&& (version == NEGOTIATION || (version == VERSION_1 && (first & TYPE) == RETRY));
	}

}
