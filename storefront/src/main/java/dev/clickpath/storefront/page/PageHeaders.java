package dev.clickpath.storefront.page;

import dev.clickpath.storefront.assets.Assets;
import dev.clickpath.storefront.assets.CdnProperties;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The headers all pages have: whose they are, what they may load, and what they need
 * first.
 */
@Component
final class PageHeaders {

	private final String contentSecurityPolicy;

	private final String preloads;

	PageHeaders(Assets assets, CdnProperties cdn) {
		String own = ("'self' " + cdn.cdnUrl()).strip();
		this.contentSecurityPolicy = "default-src 'none'; script-src " + own + "; style-src " + own + "; img-src " + own
				+ " data:; font-src " + own + "; connect-src 'self'; form-action 'self'; base-uri 'none'; "
				+ "frame-ancestors 'none'; manifest-src " + own;
		this.preloads = String.join(", ", assets.preloads());
	}

	void writeTo(HttpServletResponse response) {
		response.setContentType("text/html;charset=UTF-8");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
		response.setHeader("Content-Security-Policy", this.contentSecurityPolicy);
		response.setHeader(HttpHeaders.LINK, this.preloads);
	}

}
