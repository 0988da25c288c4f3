package dev.clickpath.storefront.cookie;

import java.time.Duration;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Reads and writes the cookies of the shop. All are out of reach for scripts and are not
 * sent along with another site's forms (RFC 6265bis, section 5.2).
 * <p>
 * They are {@code Secure} in a shop that is to be had over TLS alone, not merely in an
 * answer that goes over TLS. Cookies know no ports: a browser that was once given such a
 * one at https://localhost:8443 need not send it to http://localhost:8080, nor let that
 * side replace it (RFC 6265bis, sections 5.7 and 5.8). Its user would be a stranger there
 * on every page and could put nothing into a basket.
 */
@Component
public final class CookieJar {

	private final boolean secure;

	CookieJar(CookieProperties properties) {
		this.secure = properties.secureCookies();
	}

	/**
	 * What the browser sent under a name, or null.
	 */
	public static @Nullable String value(HttpServletRequest request, String name) {
		if (request.getCookies() != null) {
			for (Cookie cookie : request.getCookies()) {
				if (cookie.getName().equals(name)) {
					return cookie.getValue();
				}
			}
		}
		return null;
	}

	public void set(HttpServletResponse response, String name, String value, Duration lifetime) {
		response.addHeader(HttpHeaders.SET_COOKIE,
				ResponseCookie.from(name, value)
					.path("/")
					.maxAge(lifetime)
					.httpOnly(true)
					.secure(this.secure)
					.sameSite("Lax")
					.build()
					.toString());
	}

	public void remove(HttpServletResponse response, String name) {
		set(response, name, "", Duration.ZERO);
	}

}
