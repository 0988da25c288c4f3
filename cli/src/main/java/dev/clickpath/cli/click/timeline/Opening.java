package dev.clickpath.cli.click.timeline;

import org.jspecify.annotations.Nullable;

/**
 * How a connection came to be.
 *
 * @param number counts the connections from 1
 * @param origin scheme, host and port it is for
 * @param address where it leads
 * @param protocol what is spoken on it
 * @param lookup how the name became an address
 * @param connect how long TCP took, with the addresses at which nothing listened
 * @param handshake what TLS added, if there is any
 */
public record Opening(int number, String origin, String address, String protocol, Lookup lookup, Span connect,
		@Nullable Handshake handshake) {

	/** From the first thing done for it to the moment it could be used. */
	public Span time() {
		return new Span(this.lookup.time().from(),
				(this.handshake != null) ? this.handshake.time().to() : this.connect.to());
	}

}
