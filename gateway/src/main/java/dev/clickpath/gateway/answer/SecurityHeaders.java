package dev.clickpath.gateway.answer;

import java.util.Map;

import org.springframework.http.HttpHeaders;

/**
 * The headers that every answer of the shop carries. A page brings its own content
 * security policy; an answer without one may load and run nothing.
 */
public final class SecurityHeaders {

	private static final Map<String, String> ALWAYS = Map.of("X-Content-Type-Options", "nosniff", "X-Frame-Options",
			"DENY", "Referrer-Policy", "strict-origin-when-cross-origin", "Cross-Origin-Opener-Policy", "same-origin",
			"Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");

	private static final String POLICY = "Content-Security-Policy";

	private static final String NOTHING_ALLOWED = "default-src 'none'; frame-ancestors 'none'";

	/** Those of an answer without a policy of its own, as they go over HTTP/1.1. */
	public static final String LINES = lines();

	private SecurityHeaders() {
	}

	public static void addTo(HttpHeaders headers) {
		ALWAYS.forEach(headers::set);
		if (!headers.containsHeader(POLICY)) {
			headers.set(POLICY, NOTHING_ALLOWED);
		}
	}

	private static String lines() {
		StringBuilder lines = new StringBuilder();
		ALWAYS.forEach((name, value) -> lines.append(name).append(": ").append(value).append("\r\n"));
		return lines.append(POLICY).append(": ").append(NOTHING_ALLOWED).append("\r\n").toString();
	}

}
