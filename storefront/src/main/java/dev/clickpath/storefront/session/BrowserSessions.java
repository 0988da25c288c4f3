package dev.clickpath.storefront.session;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import dev.clickpath.storefront.cookie.CookieJar;
import dev.clickpath.storefront.customer.Proven;
import dev.clickpath.storefront.session.SessionState.SignedIn;
import dev.clickpath.storefront.session.SessionState.SignedOut;
import dev.clickpath.storefront.session.SessionState.Unknown;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The session of the browser that asks. It is looked up when somebody wants to know, at
 * most once a request; a browser without its cookie costs nothing.
 */
@Component
public class BrowserSessions {

	private static final Logger logger = LoggerFactory.getLogger(BrowserSessions.class);

	private static final String COOKIE = "session";

	private static final String STATE = SessionState.class.getName();

	private final Sessions sessions;

	private final SessionProperties properties;

	private final CookieJar cookies;

	private final Executor executor;

	/** From failures: for everybody. */
	private final Rest absence = new Rest();

	/** From slowness: for those who can do without. */
	private final Rest slowness = new Rest();

	BrowserSessions(Sessions sessions, SessionProperties properties, CookieJar cookies,
			ExecutorService upstreamExecutor) {
		this.sessions = sessions;
		this.properties = properties;
		this.cookies = cookies;
		this.executor = upstreamExecutor;
	}

	/**
	 * Whether the request claims to be of a signed-in browser, which costs no query to
	 * tell.
	 */
	public boolean isClaimed(HttpServletRequest request) {
		return token(request).isPresent();
	}

	/**
	 * The name of the session that the request claims to be of, if it does.
	 */
	public Optional<String> claimedName(HttpServletRequest request) {
		return token(request).map(SessionToken::name);
	}

	/**
	 * Whether the browser is signed in, found out by the first who asks.
	 */
	public SessionState of(HttpServletRequest request) {
		return state(request, (token) -> find(token, this.properties.patience()));
	}

	/**
	 * The same for a page that can be drawn for a stranger as well, and waits no longer
	 * for it than for anything else that it can do without.
	 */
	public SessionState ofReader(HttpServletRequest request) {
		return state(request, (token) -> this.slowness.isOn() ? new Unknown(token.name())
				: find(token, this.properties.readerPatience()));
	}

	private static SessionState state(HttpServletRequest request, Function<SessionToken, SessionState> find) {
		if (request.getAttribute(STATE) instanceof SessionState known) {
			return known;
		}
		SessionState state = token(request).map(find).orElseGet(SignedOut::new);
		request.setAttribute(STATE, state);
		return state;
	}

	/**
	 * Takes the cookie from a browser whose session is over, so that it does not ask
	 * again with every page.
	 */
	public void forgetOver(HttpServletRequest request, HttpServletResponse response) {
		if (CookieJar.value(request, COOKIE) != null && of(request) instanceof SignedOut) {
			this.cookies.remove(response, COOKIE);
		}
	}

	/**
	 * Begins a session in place of the one the browser may have, under another token: who
	 * knew the old one, or planted it, has nothing. To be given to the browser once that
	 * is committed. There is none when the password has been changed since it was proven.
	 */
	public Optional<Begun> begin(HttpServletRequest request, Proven proven) {
		token(request).ifPresent(this.sessions::end);
		SessionToken token = SessionToken.random();
		boolean begun = this.sessions.begin(token, proven, UserAgent.words(request.getHeader(HttpHeaders.USER_AGENT)));
		return begun
				? Optional
					.of((response) -> this.cookies.set(response, COOKIE, token.value(), this.properties.lifetime()))
				: Optional.empty();
	}

	/**
	 * Ends the browser's session.
	 */
	public void end(HttpServletRequest request, HttpServletResponse response) {
		token(request).ifPresent(this.sessions::end);
		request.setAttribute(STATE, new SignedOut());
		this.cookies.remove(response, COOKIE);
	}

	/**
	 * Ends the customer's sessions in all other browsers.
	 */
	public void endOthers(HttpServletRequest request, UUID customer) {
		token(request).ifPresentOrElse((current) -> this.sessions.endOthers(customer, current),
				() -> this.sessions.endAll(customer));
	}

	/**
	 * Where the customer is signed in, this browser first.
	 */
	public List<SignedInBrowser> browsers(HttpServletRequest request, UUID customer) {
		return token(request).map((current) -> this.sessions.browsers(customer, current)).orElse(List.of());
	}

	private SessionState find(SessionToken token, Duration patience) {
		if (this.absence.isOn()) {
			return new Unknown(token.name());
		}
		CompletableFuture<SessionState> lookup = CompletableFuture.supplyAsync(() -> lookUp(token), this.executor);
		try {
			return lookup.get(patience.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			if (this.slowness.begin()) {
				logger.warn("Whether somebody is signed in was not known within {} ms", patience.toMillis());
			}
			return new Unknown(token.name());
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("A session could not be looked up", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return new Unknown(token.name());
		}
	}

	private SessionState lookUp(SessionToken token) {
		try {
			SessionState state = this.sessions.find(token)
				.<SessionState>map((session) -> new SignedIn(session, token.name()))
				.orElseGet(SignedOut::new);
			this.absence.end();
			this.slowness.end();
			return state;
		}
		catch (DataAccessException ex) {
			if (this.absence.begin()) {
				logger.warn("Nobody can be told whether they are signed in: {}", ex.getMessage());
			}
			return new Unknown(token.name());
		}
	}

	private static Optional<SessionToken> token(HttpServletRequest request) {
		return SessionToken.of(CookieJar.value(request, COOKIE));
	}

	/** A session that its browser does not know of yet. */
	@FunctionalInterface
	public interface Begun {

		void tell(HttpServletResponse response);

	}

}
