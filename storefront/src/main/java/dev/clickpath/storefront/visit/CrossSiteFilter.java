package dev.clickpath.storefront.visit;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what another site's page asks for in the visitor's name. Browsers tell where a
 * request comes from (Fetch Metadata, {@code Sec-Fetch-Site}; older ones RFC 6454's
 * {@code Origin}); what tells neither is no browser and has no cookies to misuse. This is
 * the second line: forms carry tokens, too.
 */
@Component
@Order(CrossSiteFilter.ORDER)
final class CrossSiteFilter extends OncePerRequestFilter {

	/** Before Spring Security, which would have more work with it. */
	static final int ORDER = SecurityFilterProperties.DEFAULT_FILTER_ORDER - 1;

	private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

	private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return SAFE_METHODS.contains(request.getMethod());
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (isOwn(request)) {
			chain.doFilter(request, response);
		}
		else {
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
	}

	private static boolean isOwn(HttpServletRequest request) {
		String site = request.getHeader("Sec-Fetch-Site");
		if (site != null) {
			return OWN_SITES.contains(site);
		}
		String origin = request.getHeader(HttpHeaders.ORIGIN);
		return origin == null || isOwnHost(authority(origin), request);
	}

	/** A page of another site can set neither of these headers. */
	private static boolean isOwnHost(@Nullable String authority, HttpServletRequest request) {
		return authority != null && (authority.equalsIgnoreCase(request.getHeader(HttpHeaders.HOST))
				|| authority.equalsIgnoreCase(request.getHeader("X-Forwarded-Host")));
	}

	private static @Nullable String authority(String origin) {
		try {
			return URI.create(origin).getAuthority();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
