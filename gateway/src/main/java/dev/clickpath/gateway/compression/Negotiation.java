package dev.clickpath.gateway.compression;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * Whether and how an answer's body is to be encoded: where that is allowed, wanted and
 * worth it (RFC 9110, section 12.5.3).
 */
final class Negotiation {

	/** Less fits into one packet anyway. */
	private static final long SMALL = 1024;

	/** Without a body, or with a part of one (RFC 9110, sections 14 and 15). */
	private static final Set<Integer> NOT_WHOLE = Set.of(204, 205, 206, 304, 416);

	private static final int NOT_MODIFIED = 304;

	private Negotiation() {
	}

	/**
	 * Chooses the coding and says so.
	 * @return null when the body stays as it is
	 */
	static @Nullable Coding settle(ServerHttpRequest request, ServerHttpResponse response, Set<Coding> available) {
		HttpHeaders headers = response.getHeaders();
		HttpStatusCode status = response.getStatusCode();
		int code = (status != null) ? status.value() : 200;
		if (code == NOT_MODIFIED) {
			vary(headers);
		}
		if (NOT_WHOLE.contains(code) || !mayBeEncoded(headers)) {
			return null;
		}
		vary(headers);
		long length = headers.getContentLength();
		Coding coding = (length < 0 || length >= SMALL)
				? AcceptEncoding.choose(request.getHeaders().getOrEmpty(HttpHeaders.ACCEPT_ENCODING), available) : null;
		if (coding != null) {
			describe(headers, coding);
		}
		return coding;
	}

	/** RFC 9110, section 7.7, for {@code no-transform}. */
	private static boolean mayBeEncoded(HttpHeaders headers) {
		String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
		String cacheControl = headers.getFirst(HttpHeaders.CACHE_CONTROL);
		return type != null && isText(type) && !headers.containsHeader(HttpHeaders.CONTENT_ENCODING)
				&& !headers.containsHeader(HttpHeaders.CONTENT_RANGE)
				&& (cacheControl == null || !cacheControl.toLowerCase(Locale.ROOT).contains("no-transform"));
	}

	private static boolean isText(String contentType) {
		int semicolon = contentType.indexOf(';');
		String type = ((semicolon < 0) ? contentType : contentType.substring(0, semicolon)).strip()
			.toLowerCase(Locale.ROOT);
		return type.startsWith("text/") || type.endsWith("json") || type.endsWith("xml")
				|| type.equals("application/javascript");
	}

	private static void vary(HttpHeaders headers) {
		List<String> vary = headers.getVary();
		if (vary.stream().noneMatch((name) -> name.equals("*") || name.equalsIgnoreCase(HttpHeaders.ACCEPT_ENCODING))) {
			headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		}
	}

	/**
	 * The encoded body is another representation of the same thing: its tag can only be
	 * weak (RFC 9110, section 8.8.1), and what is said about the plain octets is true no
	 * more.
	 */
	private static void describe(HttpHeaders headers, Coding coding) {
		headers.set(HttpHeaders.CONTENT_ENCODING, coding.token());
		headers.remove(HttpHeaders.CONTENT_LENGTH);
		headers.remove(HttpHeaders.ACCEPT_RANGES);
		headers.remove("Content-Digest");
		String tag = headers.getFirst(HttpHeaders.ETAG);
		if (tag != null && !tag.startsWith("W/")) {
			headers.set(HttpHeaders.ETAG, "W/" + tag);
		}
	}

}
