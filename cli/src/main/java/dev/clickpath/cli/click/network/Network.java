package dev.clickpath.cli.click.network;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import dev.clickpath.cli.click.names.Found;
import dev.clickpath.cli.click.timeline.Stopwatch;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
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
				return connect(target, new Setup(number, origin, found.lookup(), tls, watch, from, this.patience));
			}
			catch (ExecutionException ex) {
				Throwable cause = Objects.requireNonNullElse(ex.getCause(), ex);
				NoAnswerException reason = Reasons.of(cause, origin, target, this.patience);
				if (!Reasons.isRefusal(cause)) {
					throw reason;
				}
				refusal = reason;
			}
		}
		throw (refusal != null) ? refusal : new NoAnswerException("%s has no address.".formatted(origin));
	}

	private Connection connect(InetSocketAddress target, Setup setup) throws ExecutionException, InterruptedException {
		ChannelFuture connecting = new Bootstrap().group(this.loop)
			.channel(NioSocketChannel.class)
			.option(ChannelOption.TCP_NODELAY, true)
			.option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
			.handler(setup)
			.connect(target);
		CompletableFuture<Connection> ready = setup.ready(connecting);
		try {
			return ready.get();
		}
		catch (InterruptedException | ExecutionException ex) {
			ChannelFuture _ = connecting.channel().close();
			throw ex;
		}
	}

	@Override
	public void close() {
		Future<?> _ = this.loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
	}

}
