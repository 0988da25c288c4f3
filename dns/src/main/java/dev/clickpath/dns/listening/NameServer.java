package dev.clickpath.dns.listening;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.clickpath.dns.answering.Responder;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens at all addresses, by UDP and TCP at the same port.
 * <p>
 * The JDK's own channels are enough here: an answer by UDP is two system calls and a few
 * microseconds in between. Threads share an address by having a socket each, among which
 * the kernel deals out clients ({@code SO_REUSEPORT}).
 */
public final class NameServer {

	private static final Logger logger = LoggerFactory.getLogger(NameServer.class);

	private static final String SETTING = "--server.port";

	private static final int BACKLOG = 128;

	/** Room for bursts while the JVM collects garbage. */
	private static final int RECEIVE_BUFFER = 1 << 20;

	private final PortProperties port;

	private final ListeningProperties properties;

	private final Responder responder;

	private final ResponseRate rate;

	private final Tally tally;

	private final Set<StreamConnection> connections = StreamListener.none();

	private final List<AutoCloseable> listeners = new ArrayList<>();

	private int actualPort;

	public NameServer(PortProperties port, ListeningProperties properties, RateLimitProperties rate,
			Responder responder, MeterRegistry registry) {
		this.port = port;
		this.properties = properties;
		this.responder = responder;
		this.rate = new ResponseRate(rate, new SecureRandom().nextLong(), System::nanoTime);
		this.tally = new Tally(registry);
		Gauge.builder("dns.connections.open", this.connections, Set::size)
			.description("Clients connected by TCP")
			.register(registry);
	}

	/**
	 * Listens; returns when it does.
	 * @throws ListenFailedException when it cannot; then it listens nowhere
	 */
	public synchronized void start() {
		this.actualPort = this.port.port();
		try {
			for (InetAddress address : this.properties.literalAddresses()) {
				listen(address);
			}
		}
		catch (IOException ex) {
			stop();
			throw ListenFailedException.of(this.actualPort, SETTING, ex);
		}
		if (this.listeners.isEmpty()) {
			throw new ListenFailedException("None of the addresses %s is this machine's: choose others with %s."
				.formatted(this.properties.addresses(), "--clickpath.dns.addresses"), null);
		}
	}

	/** A machine without IPv6 has no ::1. */
	private void listen(InetAddress address) throws IOException {
		if (!isOfThisMachine(address)) {
			logger.warn("{} is no address of this machine and is left out", address.getHostAddress());
			return;
		}
		ServerSocket server = new ServerSocket();
		StreamListener streams = new StreamListener(server, this.responder, this.properties, this.tally,
				this.connections);
		this.listeners.add(streams);
		server.setReuseAddress(true);
		// Without sharing: a second name server at this port is told so here.
		server.bind(new InetSocketAddress(address, this.actualPort), BACKLOG);
		this.actualPort = server.getLocalPort();
		for (int i = 0; i < this.properties.threadsOfOneAddress(); i++) {
			DatagramListener datagrams = new DatagramListener(open(address), this.responder, this.rate, this.tally);
			this.listeners.add(datagrams);
			datagrams.start("udp-" + this.listeners.size());
		}
		streams.start("tcp-" + this.listeners.size());
	}

	private DatagramChannel open(InetAddress address) throws IOException {
		DatagramChannel channel = (address.getAddress().length == 4) ? DatagramChannel.open(StandardProtocolFamily.INET)
				: DatagramChannel.open();
		try {
			if (channel.supportedOptions().contains(StandardSocketOptions.SO_REUSEPORT)) {
				channel.setOption(StandardSocketOptions.SO_REUSEPORT, true);
			}
			channel.setOption(StandardSocketOptions.SO_RCVBUF, RECEIVE_BUFFER);
			return channel.bind(new InetSocketAddress(address, this.actualPort));
		}
		catch (IOException ex) {
			channel.close();
			throw ex;
		}
	}

	private static boolean isOfThisMachine(InetAddress address) throws SocketException {
		return address.isAnyLocalAddress() || NetworkInterface.getByInetAddress(address) != null;
	}

	public synchronized void stop() {
		for (AutoCloseable listener : this.listeners) {
			try {
				listener.close();
			}
			catch (Exception ex) {
				logger.debug("Closing", ex);
			}
		}
		this.listeners.clear();
	}

	public synchronized boolean isRunning() {
		return !this.listeners.isEmpty();
	}

	/**
	 * The port it listens on.
	 */
	public synchronized int port() {
		return this.actualPort;
	}

}
