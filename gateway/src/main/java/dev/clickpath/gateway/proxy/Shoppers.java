package dev.clickpath.gateway.proxy;

import dev.clickpath.gateway.upstream.Shopper;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Recognises shoppers by their cookies. Only two of them are of interest, so that the
 * others are not taken apart (RFC 6265, section 4.2.1).
 */
final class Shoppers {

	private static final String REGION = "region=";

	private static final String VISITOR = "visitor=";

	private static final String SEPARATOR = "; ";

	private Shoppers() {
	}

	/** Who asks; the region is empty when it has not been chosen. */
	static Shopper of(HttpHeaders headers) {
		String cookies = headers.get(HttpHeaderNames.COOKIE);
		String region = value(cookies, REGION);
		return new Shopper((region != null) ? region : "", value(cookies, VISITOR));
	}

	private static @Nullable String value(@Nullable String cookies, String name) {
		if (cookies == null) {
			return null;
		}
		int start = 0;
		if (!cookies.startsWith(name)) {
			start = cookies.indexOf(SEPARATOR + name);
			if (start < 0) {
				return null;
			}
			start += SEPARATOR.length();
		}
		int end = cookies.indexOf(';', start);
		return cookies.substring(start + name.length(), (end >= 0) ? end : cookies.length());
	}

}
