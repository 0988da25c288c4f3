package dev.clickpath.cli.click.network;

import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import dev.clickpath.cli.click.names.Found;
import dev.clickpath.cli.click.timeline.Span;
import dev.clickpath.cli.click.timeline.Stopwatch;
import io.netty.channel.ChannelFuture;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.Future;

/**
 * Makes connections. One thread reads and writes all of them, and does nothing else, so
 * that what it says of the time is the time.
 */
public final class Network implements AutoCloseable {

	private static final int CONNECT_MILLIS = 2_000;

	private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());

	private final Duration patience;

	/**
	 * A network.
	 * @param patience how long a handshake, or an answer from its question to its end,
	 * may take
	 */
	public Network(Duration patience) {
		this.patience = patience;
	}

	/**
	 * Opens a connection that can be used at once.
	 * @param number what it is called
	 * @throws NoAnswerException when none of the addresses takes it
	 */
	public Connection open(int number, Origin origin, Found found, Tls tls, Stopwatch watch)
			throws NoAnswerException, InterruptedException {
		long from = watch.now();
		NoAnswerException refusal = null;
		for (InetAddress address : found.addresses()) {
			InetSocketAddress target = new InetSocketAddress(address, origin.port());
			try {
				SocketChannel socket = connect(target);
				Span connecting = new Span(from, watch.now());
				return setUp(socket, new Setup(number, origin, found.lookup(), tls, watch, connecting, this.patience));
			}
			catch (IOException ex) {
				refusal = Reasons.of(ex, origin, target, this.patience);
			}
			catch (ExecutionException ex) {
				throw Reasons.of(Objects.requireNonNullElse(ex.getCause(), ex), origin, target, this.patience);
			}
		}
		throw (refusal != null) ? refusal : new NoAnswerException("%s has no address.".formatted(origin));
	}

	/**
	 * Connects on the caller's thread: handing it to another one would take longer than
	 * connecting does within a machine.
	 */
	private static SocketChannel connect(InetSocketAddress target) throws IOException {
		boolean six = target.getAddress() instanceof Inet6Address;
		SocketChannel socket = SocketChannel.open(six ? StandardProtocolFamily.INET6 : StandardProtocolFamily.INET);
		try {
			socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
			socket.socket().connect(target, CONNECT_MILLIS);
			return socket;
		}
		catch (IOException ex) {
			socket.close();
			throw ex;
		}
	}

	private Connection setUp(SocketChannel socket, Setup setup) throws ExecutionException, InterruptedException {
		NioSocketChannel channel = new NioSocketChannel(socket);
		channel.pipeline().addLast(setup);
		CompletableFuture<Connection> ready = setup.ready(this.loop.register(channel));
		try {
			return ready.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			ChannelFuture _ = channel.close();
			throw ex;
		}
	}

	@Override
	public void close() {
		Future<?> _ = this.loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
	}

}
