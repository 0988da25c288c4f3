package dev.clickpath.storefront.security;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import dev.clickpath.storefront.session.BrowserSessions;
import dev.clickpath.storefront.session.SessionState.Unknown;
import dev.clickpath.storefront.visit.ReturnPath;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;

/**
 * Leads who is not signed in to where they can, and back afterwards; unless they may be
 * and it cannot be told just now.
 */
final class SignInEntryPoint implements AuthenticationEntryPoint {

	private final BrowserSessions sessions;

	SignInEntryPoint(BrowserSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException ex)
			throws IOException {
		if (this.sessions.of(request) instanceof Unknown) {
			response.sendError(HttpStatus.SERVICE_UNAVAILABLE.value());
			return;
		}
		response.setStatus(HttpStatus.SEE_OTHER.value());
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		response.setHeader(HttpHeaders.LOCATION,
				"/sign-in?return=" + URLEncoder.encode(ReturnPath.ofPage(request), StandardCharsets.UTF_8));
	}

}
