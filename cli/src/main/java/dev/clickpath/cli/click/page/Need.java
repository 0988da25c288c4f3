package dev.clickpath.cli.click.page;

import java.net.URI;

import dev.clickpath.cli.click.timeline.Kind;

/**
 * Something a page needs.
 *
 * @param address where it is, without a fragment
 * @param kind what it is
 * @param anonymous whether it is asked for without credentials when it is elsewhere (mode
 * CORS, {@code crossorigin}); a browser keeps connections of their own for that
 * @param connectOnly whether it is enough to be connected to where it is
 */
public record Need(URI address, Kind kind, boolean anonymous, boolean connectOnly) {

	/** The same elsewhere. */
	public Need at(URI elsewhere) {
		return new Need(elsewhere, this.kind, this.anonymous, this.connectOnly);
	}

}
