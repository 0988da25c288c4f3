package dev.clickpath.storefront.security;

import dev.clickpath.storefront.session.BrowserSessions;
import dev.clickpath.storefront.session.SessionState.Unknown;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Something is to be changed for a customer of whom it cannot be told just now who they
 * are. To take it for a stranger's would change what is another's.
 */
final class WritingOfSomebody implements RequestMatcher {

	private final BrowserSessions sessions;

	WritingOfSomebody(BrowserSessions sessions) {
		this.sessions = sessions;
	}

	@Override
	public boolean matches(HttpServletRequest request) {
		return !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")
				&& this.sessions.of(request) instanceof Unknown;
	}

}
