package dev.clickpath.cli.click.network;

import java.net.URI;
import java.util.Locale;

/**
 * Whom a connection is for.
 *
 * @param secure whether over TLS
 * @param host a name, or an address, IPv6 in brackets
 * @param port never the one that is left out
 */
public record Origin(boolean secure, String host, int port) {

	private static final int HTTP = 80;

	private static final int HTTPS = 443;

	/**
	 * Where an http or https address is.
	 */
	public static Origin of(URI address) {
		boolean secure = address.getScheme().equalsIgnoreCase("https");
		int port = (address.getPort() >= 0) ? address.getPort() : secure ? HTTPS : HTTP;
		return new Origin(secure, address.getHost().toLowerCase(Locale.ROOT), port);
	}

	/** Host and port, without one that goes without saying. */
	public String authority() {
		return (this.port == (this.secure ? HTTPS : HTTP)) ? this.host : this.host + ":" + this.port;
	}

	/** Without the brackets, as TLS knows it. */
	String plainHost() {
		return this.host.startsWith("[") ? this.host.substring(1, this.host.length() - 1) : this.host;
	}

	public String scheme() {
		return this.secure ? "https" : "http";
	}

	@Override
	public String toString() {
		return scheme() + "://" + authority();
	}

}
