package dev.clickpath.storefront.page;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.clickpath.storefront.assets.Assets;
import dev.clickpath.storefront.cdn.Cdn;
import dev.clickpath.storefront.visit.Visit;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * The headers all pages have: whose they are, what they may load, and what they need
 * first. Put together once for each CDN.
 */
@Component
final class PageHeaders {

	private final Assets assets;

	private final Map<Cdn, Fields> fields = new ConcurrentHashMap<>();

	PageHeaders(Assets assets) {
		this.assets = assets;
	}

	void writeTo(HttpServletResponse response, Visit visit) {
		Fields fields = this.fields.computeIfAbsent(visit.cdn(), this::fields);
		response.setContentType("text/html;charset=UTF-8");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
		response.setHeader("Content-Security-Policy", fields.contentSecurityPolicy());
		response.setHeader(HttpHeaders.CONTENT_LANGUAGE, visit.language().tag());
		response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE);
		response.setHeader(HttpHeaders.LINK, fields.preloads());
	}

	private Fields fields(Cdn cdn) {
		String own = ("'self' " + cdn.origin()).strip();
		return new Fields(
				"default-src 'none'; script-src " + own + "; style-src " + own + "; img-src " + own
						+ " data:; font-src " + own + "; connect-src 'self'; form-action 'self'; base-uri 'none'; "
						+ "frame-ancestors 'none'; manifest-src " + own,
				"<" + this.assets.url("css/shop.css", cdn) + ">; rel=preload; as=style, <"
						+ this.assets.url("fonts/source-sans-pro-latin-400-normal.woff2", cdn)
						+ ">; rel=preload; as=font; crossorigin");
	}

	private record Fields(String contentSecurityPolicy, String preloads) {
	}

}
