package dev.clickpath.gateway.proxy;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;

/**
 * The fields that speak of one connection and are not forwarded: those that
 * {@code Connection} lists and those that are known to (RFC 9110, section 7.6.1).
 */
final class HopByHop {

	private static final Set<String> ALWAYS = Set.of("connection", "keep-alive", "proxy-connection", "te", "trailer",
			"transfer-encoding", "upgrade", "proxy-authenticate", "proxy-authorization");

	private HopByHop() {
	}

	/**
	 * The names, in lower case, that must not go from these headers to the next hop.
	 */
	static Set<String> fieldsOf(HttpHeaders headers) {
		if (!headers.contains(HttpHeaderNames.CONNECTION)) {
			return ALWAYS;
		}
		Set<String> fields = new HashSet<>(ALWAYS);
		for (String value : headers.getAll(HttpHeaderNames.CONNECTION)) {
			for (String name : value.split(",", -1)) {
				fields.add(name.strip().toLowerCase(Locale.ROOT));
			}
		}
		return fields;
	}

}
