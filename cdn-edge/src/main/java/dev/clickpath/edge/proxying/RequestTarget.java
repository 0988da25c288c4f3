package dev.clickpath.edge.proxying;

import java.util.List;
import java.util.Locale;

import dev.clickpath.edge.caching.CacheKey;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;

/**
 * Finds out what a request is for, and refuses requests that two servers could read
 * differently: that is how requests are smuggled and caches poisoned. What the decoder
 * itself refuses (two lengths, a length with chunks, bare line feeds) does not get here.
 */
final class RequestTarget {

	private RequestTarget() {
	}

	/**
	 * The key of the request.
	 */
	static CacheKey of(HttpServerRequest request) throws RefusedRequestException {
		if (request.method().equals(HttpMethod.CONNECT)) {
			throw new RefusedRequestException(new Problem(501, "This is no tunnel", true));
		}
		String transferEncoding = request.getHeader(HttpHeaders.TRANSFER_ENCODING);
		if (transferEncoding != null && !transferEncoding.equalsIgnoreCase("chunked")) {
			throw refused("The only transfer coding taken is chunked");
		}
		if (ForwardedFields.isInACircle(request.headers())) {
			throw new RefusedRequestException(Problem.of(508, "This request goes round in a circle of edges"));
		}
		String scheme = request.isSSL() ? "https" : "http";
		String host = CacheKey.authority(scheme, host(request));
		return new CacheKey(scheme, host, target(request, host));
	}

	/** Exactly one, and a real one (RFC 9112, section 3.2). */
	private static String host(HttpServerRequest request) throws RefusedRequestException {
		if (BrokenAnswers.isMultiplexed(request)) {
			return authority(request);
		}
		List<String> hosts = request.headers().getAll(HttpHeaders.HOST);
		if (hosts.size() != 1) {
			throw refused("A request needs exactly one Host field");
		}
		String host = hosts.getFirst().toLowerCase(Locale.ROOT);
		HostAndPort authority = HostAndPort.parseAuthority(host, -1);
		if (authority == null || authority.host().isEmpty()) {
			throw refused("The Host field is not a host");
		}
		return host;
	}

	/**
	 * Vert.x has taken it from a Host field where there was no other (RFC 9113, section
	 * 8.3.1).
	 */
	private static String authority(HttpServerRequest request) throws RefusedRequestException {
		HostAndPort authority = request.authority();
		if (authority == null) {
			throw refused("A request needs a host");
		}
		return authority.toString().toLowerCase(Locale.ROOT);
	}

	/** RFC 9112, sections 3.2.1 to 3.2.4. */
	private static String target(HttpServerRequest request, String host) throws RefusedRequestException {
		String uri = request.uri();
		for (int i = 0; i < uri.length(); i++) {
			char c = uri.charAt(i);
			if (c <= ' ' || c >= 0x7f || c == '#' || c == '\\') {
				throw refused("The request target has characters that do not belong there");
			}
		}
		if (uri.startsWith("/")) {
			return uri;
		}
		if (uri.equals("*") && request.method().name().equals("OPTIONS")) {
			return uri;
		}
		return ofAbsoluteForm(uri, host);
	}

	/** The absolute form must be taken; the edge insists that it and Host agree. */
	private static String ofAbsoluteForm(String uri, String host) throws RefusedRequestException {
		int authority = uri.indexOf("://") + 3;
		String scheme = (authority > 2) ? uri.substring(0, authority - 3).toLowerCase(Locale.ROOT) : "";
		if (!scheme.equals("http") && !scheme.equals("https")) {
			throw refused("The request target is neither a path nor an address");
		}
		int end = authority;
		while (end < uri.length() && uri.charAt(end) != '/' && uri.charAt(end) != '?') {
			end++;
		}
		if (!CacheKey.authority(scheme, uri.substring(authority, end)).equals(host)) {
			throw refused("The request target and the Host field name different hosts");
		}
		String path = uri.substring(end);
		return path.startsWith("/") ? path : "/" + path;
	}

	private static RefusedRequestException refused(String title) {
		return new RefusedRequestException(Problem.badRequest(title));
	}

}
