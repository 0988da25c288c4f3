package dev.clickpath.gateway.clients;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.jspecify.annotations.Nullable;

import org.springframework.web.server.ServerWebExchange;

/**
 * Who asks, and how.
 *
 * @param address where the request comes from, as far as it can be believed
 * @param scheme what the client speaks: http or https
 * @param host what the client asked for
 * @param forwardedFor the way to here: the client and the proxies after it, as
 * {@code X-Forwarded-For} has it
 * @param forwarded the same, as RFC 7239 has it
 */
public record Client(InetAddress address, String scheme, @Nullable String host, String forwardedFor, String forwarded) {

	private static final String ATTRIBUTE = Client.class.getName();

	/**
	 * The client of a request that has come in.
	 */
	public static Client of(ServerWebExchange exchange) {
		return exchange.getRequiredAttribute(ATTRIBUTE);
	}

	void attachTo(ServerWebExchange exchange) {
		exchange.getAttributes().put(ATTRIBUTE, this);
	}

	/**
	 * Reads an address without a port or a name; null when it is none.
	 */
	static @Nullable InetAddress parse(String text) {
		String address = (text.startsWith("[") && text.endsWith("]")) ? text.substring(1, text.length() - 1) : text;
		try {
			// Without a scope: that means something on one machine only.
			return (address.indexOf('%') < 0) ? InetAddress.ofLiteral(address) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** Without the scope that belongs to one machine. */
	static InetAddress plain(InetAddress address) {
		try {
			return InetAddress.getByAddress(address.getAddress());
		}
		catch (UnknownHostException ex) {
			throw new IllegalStateException("An address has the length of one", ex);
		}
	}

}
