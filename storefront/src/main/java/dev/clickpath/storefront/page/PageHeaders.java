package dev.clickpath.storefront.page;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.clickpath.storefront.assets.Assets;
import dev.clickpath.storefront.cdn.Cdn;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The headers all pages have: whose they are, what they may load, and what they need
 * first. Put together once for each CDN, but for the nonce: no script runs that does not
 * carry it, wherever it comes from (W3C CSP Level 3, "strict").
 */
@Component
final class PageHeaders {

	private static final String OWN = "private, no-store";

	private final Assets assets;

	private final Map<Cdn, Fields> fields = new ConcurrentHashMap<>();

	PageHeaders(Assets assets) {
		this.assets = assets;
	}

	/**
	 * Writes them.
	 * @param nonce what the scripts of this page are known by, used once
	 * @param art the address of a picture that is seen first, or null
	 */
	void writeTo(HttpServletResponse response, Visit visit, String nonce, @Nullable String art) {
		Fields fields = this.fields.computeIfAbsent(visit.cdn(), this::fields);
		response.setContentType("text/html;charset=UTF-8");
		if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
			// Whoever comes after at the same browser shall not see it by going back.
			response.setHeader(HttpHeaders.CACHE_CONTROL, (visit.customer() != null) ? OWN : "private, no-cache");
		}
		response.setHeader("Content-Security-Policy", fields.policyStart() + nonce + fields.policyEnd());
		response.setHeader(HttpHeaders.CONTENT_LANGUAGE, visit.language().tag());
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
		response.setHeader(HttpHeaders.LINK, (art != null)
				? fields.preloads() + ", <" + art + ">; rel=preload; as=image; fetchpriority=high" : fields.preloads());
	}

	private Fields fields(Cdn cdn) {
		String own = ("'self' " + cdn.origin()).strip();
		return new Fields("default-src 'none'; script-src 'nonce-",
				"'; style-src " + own + "; img-src " + own + " data:; font-src " + own
						+ "; connect-src 'self'; form-action 'self'; base-uri 'none'; object-src 'none'; "
						+ "frame-ancestors 'none'; manifest-src " + own,
				"<" + this.assets.url("css/shop.css", cdn) + ">; rel=preload; as=style, <"
						+ this.assets.url("fonts/source-sans-pro-latin-400-normal.woff2", cdn)
						+ ">; rel=preload; as=font; crossorigin");
	}

	private record Fields(String policyStart, String policyEnd, String preloads) {
	}

}
