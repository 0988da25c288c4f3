package dev.clickpath.storefront.security;

import java.util.function.Supplier;

import dev.clickpath.storefront.csrf.FormTokens;
import dev.clickpath.storefront.visit.Cookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestHandler;
import org.springframework.security.web.csrf.DefaultCsrfToken;

/**
 * Lets Spring Security check the tokens in forms. To it the token of a browser is what
 * its cookie says; a form does not carry that, but a signature of it, which several keys
 * may have made.
 */
final class BrowserTokens implements CsrfTokenRepository, CsrfTokenRequestHandler {

	private static final String HEADER = "X-CSRF-TOKEN";

	/** A browser without a cookie has been given no form. */
	private static final String OF_NOBODY = "nobody";

	private final FormTokens tokens;

	private final Cookies cookies;

	BrowserTokens(FormTokens tokens, Cookies cookies) {
		this.tokens = tokens;
		this.cookies = cookies;
	}

	@Override
	public @Nullable CsrfToken loadToken(HttpServletRequest request) {
		return this.cookies.browser(request).map(BrowserTokens::token).orElse(null);
	}

	@Override
	public CsrfToken generateToken(HttpServletRequest request) {
		return token(OF_NOBODY);
	}

	/** Nothing is stored. */
	@Override
	public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
	}

	/** Pages put the token into their forms themselves. */
	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, Supplier<CsrfToken> token) {
	}

	@Override
	public @Nullable String resolveCsrfTokenValue(HttpServletRequest request, CsrfToken expected) {
		String sent = request.getHeader(HEADER);
		String token = (sent != null) ? sent : request.getParameter(FormTokens.FIELD);
		String browser = expected.getToken();
		return (!browser.equals(OF_NOBODY) && this.tokens.isOf(browser, token)) ? browser : null;
	}

	private static CsrfToken token(String browser) {
		return new DefaultCsrfToken(HEADER, FormTokens.FIELD, browser);
	}

}
