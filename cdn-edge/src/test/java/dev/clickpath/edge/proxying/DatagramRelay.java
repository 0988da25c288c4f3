package dev.clickpath.edge.proxying;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * Stands between one client and a server, and sees all they send each other.
 */
final class DatagramRelay implements AutoCloseable {

	private static final int SHORT_HEADER_MASK = 0x80;

	interface Watcher {

		void see(byte[] datagram) throws IOException;

	}

	private final DatagramSocket front = new DatagramSocket(0, InetAddress.getLoopbackAddress());

	private final DatagramSocket back = new DatagramSocket(0, InetAddress.getLoopbackAddress());

	private final AtomicInteger passed = new AtomicInteger();

	private final SocketAddress server;

	private volatile @Nullable SocketAddress client;

	private volatile Watcher watcher = (datagram) -> {
	};

	DatagramRelay(InetSocketAddress server) throws IOException {
		this.server = server;
		Thread.ofVirtual().start(() -> pump(this.front, true));
		Thread.ofVirtual().start(() -> pump(this.back, false));
	}

	int port() {
		return this.front.getLocalPort();
	}

	/** How many the watcher has been shown. */
	int passed() {
		return this.passed.get();
	}

	/**
	 * Shows each datagram of an established connection, after it has been passed on to
	 * the server.
	 */
	void whenPassing(Watcher newWatcher) {
		this.watcher = newWatcher;
	}

	private void pump(DatagramSocket from, boolean forth) {
		byte[] buffer = new byte[2_048];
		try {
			while (!from.isClosed()) {
				DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
				from.receive(packet);
				byte[] octets = Arrays.copyOf(buffer, packet.getLength());
				if (forth) {
					this.client = packet.getSocketAddress();
					this.back.send(new DatagramPacket(octets, octets.length, this.server));
					if ((octets[0] & SHORT_HEADER_MASK) == 0) {
						this.passed.incrementAndGet();
						this.watcher.see(octets);
					}
				}
				else if (this.client != null) {
					this.front.send(new DatagramPacket(octets, octets.length, this.client));
				}
			}
		}
		catch (IOException ex) {
			// It has been closed.
		}
	}

	@Override
	public void close() {
		this.front.close();
		this.back.close();
	}

}
