package dev.clickpath.edge.proxying;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.netty.buffer.ByteBuf;
import io.netty.handler.codec.quic.Quic;
import org.jspecify.annotations.Nullable;

/**
 * Which client uses which of the ids that Netty has given its connections (RFC 9000,
 * section 5.1). An id belongs to the address that it is first seen from, if there is a
 * connection from there: only its client can know it before.
 */
final class ConnectionIds {

	private static final int LONG_HEADER = 0x80;

	private static final int LENGTH = Quic.MAX_CONN_ID_LEN;

	/** After the first octet, and the version where there is one. */
	private static final int LONG_START = 5;

	/** Netty gives a connection a few, and its client one before. */
	private static final int MOST = 16;

	private final Map<ByteBuffer, InetSocketAddress> owners = new HashMap<>();

	private final Map<InetSocketAddress, Client> clients = new HashMap<>();

	private static final class Client {

		private final List<ByteBuffer> ids = new ArrayList<>();

		private int connections;

	}

	/** A connection has been begun from there. */
	void begin(InetSocketAddress client) {
		this.clients.computeIfAbsent(client, (address) -> new Client()).connections++;
	}

	void end(InetSocketAddress address) {
		Client client = this.clients.get(address);
		if (client != null && --client.connections == 0) {
			this.clients.remove(address);
			client.ids.forEach(this.owners::remove);
		}
	}

	boolean isClient(InetSocketAddress address) {
		return this.clients.containsKey(address);
	}

	/**
	 * Whether this id is somebody else's. One that is nobody's becomes the sender's.
	 */
	boolean isTaken(ByteBuffer id, InetSocketAddress sender) {
		InetSocketAddress owner = this.owners.get(id);
		if (owner == null) {
			take(id, sender);
			return false;
		}
		return !owner.equals(sender);
	}

	private void take(ByteBuffer id, InetSocketAddress sender) {
		Client client = this.clients.get(sender);
		if (client != null && client.ids.size() < MOST * client.connections) {
			client.ids.add(id);
			this.owners.put(id, sender);
		}
	}

	/**
	 * The id that a datagram is for, if it is one of Netty's.
	 */
	static @Nullable ByteBuffer of(ByteBuf datagram) {
		int start = datagram.readerIndex();
		boolean isLong = (datagram.getByte(start) & LONG_HEADER) != 0;
		int at = start + 1;
		if (isLong) {
			at = start + LONG_START + 1;
			if (datagram.readableBytes() <= LONG_START || datagram.getByte(at - 1) != LENGTH) {
				return null;
			}
		}
		if (datagram.writerIndex() - at < LENGTH) {
			return null;
		}
		byte[] id = new byte[LENGTH];
		datagram.getBytes(at, id);
		return ByteBuffer.wrap(id);
	}

}
