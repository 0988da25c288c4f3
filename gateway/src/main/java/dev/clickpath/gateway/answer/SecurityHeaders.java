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

	private SecurityHeaders() {
	}

	public static void addTo(HttpHeaders headers) {
		ALWAYS.forEach(headers::set);
		if (!headers.containsHeader(POLICY)) {
			headers.set(POLICY, NOTHING_ALLOWED);
		}
	}

}
