package dev.clickpath.edge.proxying;

import java.net.URI;

import io.vertx.core.net.SocketAddress;

/**
 * One server that can be asked, and whether it is well.
 */
final class OriginAddress {

	private static final int USUAL_PORT = 80;

	private final URI uri;

	private final SocketAddress socket;

	private volatile boolean well = true;

	OriginAddress(URI uri) {
		this.uri = uri;
		this.socket = SocketAddress.inetSocketAddress((uri.getPort() >= 0) ? uri.getPort() : USUAL_PORT, uri.getHost());
	}

	SocketAddress socket() {
		return this.socket;
	}

	boolean isWell() {
		return this.well;
	}

	/**
	 * Notes how it is.
	 * @return whether that is news
	 */
	boolean note(boolean isWell) {
		boolean news = this.well != isWell;
		this.well = isWell;
		return news;
	}

	@Override
	public String toString() {
		return this.uri.toString();
	}

}
