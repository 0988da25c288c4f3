package dev.clickpath.storefront.security;

import java.util.List;

import dev.clickpath.storefront.session.BrowserSessions;
import dev.clickpath.storefront.session.SessionState.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;

/**
 * Tells Spring Security who is signed in. It is looked up only when a rule asks for it.
 */
final class SessionContexts implements SecurityContextRepository {

	private final BrowserSessions sessions;

	SessionContexts(BrowserSessions sessions) {
		this.sessions = sessions;
	}

	/** Called late, by the one who wants to know: the default puts it off. */
	@Override
	@Deprecated
	public SecurityContext loadContext(HttpRequestResponseHolder holder) {
		return (this.sessions.of(holder.getRequest()) instanceof SignedIn signedIn) ? new SecurityContextImpl(
				UsernamePasswordAuthenticationToken.authenticated(signedIn.session().customer(), null, List.of()))
				: new SecurityContextImpl();
	}

	/** Sessions begin and end where people sign in and out. */
	@Override
	public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
	}

	@Override
	public boolean containsContext(HttpServletRequest request) {
		return this.sessions.of(request) instanceof SignedIn;
	}

}
