package dev.clickpath.storefront.visit;

import java.util.Optional;

import dev.clickpath.storefront.language.AcceptLanguage;
import dev.clickpath.storefront.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Which language a page speaks: the one the address asks for, else the account's, else
 * the one once chosen in this browser, else what the browser likes best.
 */
public final class LanguageChoice {

	/**
	 * The request's attribute where the language of the account of whoever is signed in
	 * is told, a {@link Language}.
	 */
	public static final String OF_ACCOUNT = LanguageChoice.class.getName() + ".account";

	/** The parameter of any page's address that asks for a language. */
	public static final String PARAMETER = "lang";

	private LanguageChoice() {
	}

	static Language of(HttpServletRequest request, @Nullable String cookie) {
		return asked(request).or(() -> ofAccount(request))
			.or(() -> Language.of(cookie))
			.or(() -> AcceptLanguage.best(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)))
			.orElse(Language.USUAL);
	}

	/**
	 * What the address asks for.
	 */
	static Optional<Language> asked(HttpServletRequest request) {
		String query = request.getQueryString();
		return (query != null && query.contains(PARAMETER + "=")) ? Language.of(request.getParameter(PARAMETER))
				: Optional.empty();
	}

	private static Optional<Language> ofAccount(HttpServletRequest request) {
		return (request.getAttribute(OF_ACCOUNT) instanceof Language language) ? Optional.of(language)
				: Optional.empty();
	}

}
