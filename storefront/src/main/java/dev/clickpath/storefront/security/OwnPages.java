package dev.clickpath.storefront.security;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The pages of whoever is signed in, which nobody else can open.
 */
final class OwnPages implements RequestMatcher {

	private static final List<String> FOLDERS = List.of("/account", "/checkout", "/orders");

	/** Of the path with its escapes resolved, as controllers are found by it. */
	@Override
	public boolean matches(HttpServletRequest request) {
		String path = request.getServletPath();
		for (String folder : FOLDERS) {
			if (path.startsWith(folder) && (path.length() == folder.length() || path.charAt(folder.length()) == '/')) {
				return true;
			}
		}
		return isReview(path) && !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD");
	}

	private static boolean isReview(String path) {
		return path.startsWith("/products/") && path.contains("/reviews");
	}

}
