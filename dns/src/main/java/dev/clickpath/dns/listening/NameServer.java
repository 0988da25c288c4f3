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
import java.util.concurrent.ConcurrentHashMap;

import dev.clickpath.dns.answering.Responder;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens at all addresses, by UDP and TCP at the same port.
 * <p>
 * The JDK's own channels are enough here: an answer by UDP is two system calls and a few
 * microseconds in between. Threads share an address by having a socket each, among which
 * the kernel deals out clients ({@code SO_REUSEPORT}). One more thread looks after all of
 * them.
 */
public final class NameServer {

	private static final Logger logger = LoggerFactory.getLogger(NameServer.class);

	private static final String SETTING = "--server.port";

	private static final int BACKLOG = 128;

	private static final long LOOK_MILLIS = 250;

	/** Room for bursts while the JVM collects garbage. */
	private static final int RECEIVE_BUFFER = 1 << 20;

	private final PortProperties port;

	private final ListeningProperties properties;

	private final Responder responder;

	private final ResponseRate rate;

	private final Tally tally;

	private final Set<StreamConnection> connections = ConcurrentHashMap.newKeySet();

	private final List<Post> posts = new ArrayList<>();

	private @Nullable Thread watch;

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
		if (this.posts.isEmpty()) {
			throw new ListenFailedException("None of the addresses %s is this machine's: choose others with %s."
				.formatted(this.properties.addresses(), "--clickpath.dns.addresses"), null);
		}
		this.watch = Thread.ofVirtual().name("watch").start(this::watch);
	}

	/** A machine without IPv6 has no ::1. */
	private void listen(InetAddress address) throws IOException {
		if (!isOfThisMachine(address)) {
			logger.warn("{} is no address of this machine and is left out", address.getHostAddress());
			return;
		}
		this.posts.add(new Post("tcp-" + address.getHostAddress(), () -> streams(address)));
		for (int i = 0; i < this.properties.threadsOfOneAddress(); i++) {
			this.posts.add(new Post("udp-" + this.actualPort, () -> datagrams(address)));
		}
	}

	private Listener streams(InetAddress address) throws IOException {
		ServerSocket server = new ServerSocket();
		try {
			server.setReuseAddress(true);
			// Without sharing: a second name server at this port is told so here.
			server.bind(new InetSocketAddress(address, this.actualPort), BACKLOG);
		}
		catch (IOException ex) {
			server.close();
			throw ex;
		}
		this.actualPort = server.getLocalPort();
		return new StreamListener(server, this.responder, this.properties, this.tally, this.connections);
	}

	private Listener datagrams(InetAddress address) throws IOException {
		return new DatagramListener(open(address), this.responder, this.rate, this.tally);
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

	/**
	 * Ends what takes longer than it may, and mends what has ended and should not have.
	 */
	private void watch() {
		try {
			while (isRunning()) {
				Thread.sleep(LOOK_MILLIS);
				look();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private void look() {
		try {
			long now = System.nanoTime();
			this.connections.stream()
				.filter((connection) -> connection.deadline() - now < 0)
				.forEach(StreamConnection::close);
			relieve();
		}
		catch (RuntimeException | Error ex) {
			this.tally.broken();
			logger.error("Not everything could be looked after", ex);
		}
	}

	private synchronized void relieve() {
		this.posts.forEach(Post::relieve);
	}

	public synchronized void stop() {
		this.posts.forEach(Post::close);
		this.posts.clear();
		this.connections.forEach(StreamConnection::close);
	}

	public synchronized boolean isRunning() {
		return !this.posts.isEmpty();
	}

	/**
	 * Whether all threads that should be at work are: those that take questions, and the
	 * one that looks after them.
	 */
	public synchronized boolean isWhole() {
		return this.watch != null && this.watch.isAlive() && isRunning()
				&& this.posts.stream().allMatch(Post::isManned);
	}

	/**
	 * The port it listens on.
	 */
	public synchronized int port() {
		return this.actualPort;
	}

}
