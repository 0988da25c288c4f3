package dev.clickpath.storefront.security;

import dev.clickpath.storefront.session.BrowserSessions;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What most requests are: somebody who is not signed in looks at what everybody may see.
 * There is nothing to check about it.
 */
final class AnonymousReading implements RequestMatcher {

	private final BrowserSessions sessions;

	private final OwnPages ownPages;

	AnonymousReading(BrowserSessions sessions, OwnPages ownPages) {
		this.sessions = sessions;
		this.ownPages = ownPages;
	}

	@Override
	public boolean matches(HttpServletRequest request) {
		return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
				&& !this.sessions.isClaimed(request) && !this.ownPages.matches(request);
	}

}
