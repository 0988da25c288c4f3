package dev.clickpath.edge.proxying;

import java.util.concurrent.atomic.AtomicInteger;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the clients that are connected, over all listeners and event loops, and takes no
 * more than there is room for.
 */
final class Connections {

	private static final Logger logger = LoggerFactory.getLogger(Connections.class);

	private final int most;

	private final AtomicInteger open = new AtomicInteger();

	Connections(int most) {
		this.most = most;
	}

	/**
	 * Takes a connection, or closes it.
	 * @return whether it was taken
	 */
	boolean admit(HttpConnection connection) {
		// Without this, whatever a client sends amiss is logged as an error of the
		// edge's.
		connection.exceptionHandler((failure) -> logger.debug("A client's connection broke off", failure));
		connection.closeHandler((closed) -> this.open.decrementAndGet());
		if (this.open.incrementAndGet() <= this.most) {
			return true;
		}
		connection.close();
		return false;
	}

	/**
	 * Takes a connection that has not even shaken hands yet, or does not.
	 * @return whether it was taken
	 */
	boolean admit(Channel connection) {
		if (this.open.incrementAndGet() > this.most) {
			this.open.decrementAndGet();
			return false;
		}
		connection.closeFuture().addListener((closed) -> this.open.decrementAndGet());
		return true;
	}

	int open() {
		return this.open.get();
	}

}
