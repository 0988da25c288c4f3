package dev.clickpath.storefront.attempts;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Where a request comes from, as the gateway says: it alone reaches a storefront, and
 * puts its own word in place of the client's. Of IPv6 the network, since one household
 * has all addresses of one (RFC 6177).
 */
public final class ClientAddress {

	private static final int NETWORK_BYTES = 8;

	private ClientAddress() {
	}

	/**
	 * The client's address: {@code 192.0.2.1}, {@code 2001:db8:0:0:0:0:0:0}.
	 */
	public static String of(HttpServletRequest request) {
		String way = request.getHeader("X-Forwarded-For");
		String client = (way != null) ? way.split(",", 2)[0].strip() : request.getRemoteAddr();
		try {
			return network(InetAddress.ofLiteral(client));
		}
		catch (IllegalArgumentException | UnknownHostException ex) {
			return request.getRemoteAddr();
		}
	}

	private static String network(InetAddress address) throws UnknownHostException {
		if (!(address instanceof Inet6Address)) {
			return address.getHostAddress();
		}
		byte[] bytes = address.getAddress();
		Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
		return InetAddress.getByAddress(bytes).getHostAddress();
	}

}
