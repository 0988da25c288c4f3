package dev.clickpath.storefront.cdn;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/**
 * Tells which CDN a page names: the one that the shopper reaches in the same way as the
 * shop, since a page that comes over TLS may take nothing in that does not (W3C Mixed
 * Content). The load balancer in front says what the shopper speaks. It says so of every
 * request in place of what the client said; whoever asks a storefront past it can lie
 * about nobody's page but their own.
 */
@Component
public class Cdns {

	private final Cdn plain;

	private final Cdn secure;

	Cdns(CdnProperties properties) {
		this.plain = new Cdn(properties.cdnUrl());
		this.secure = new Cdn(properties.secureCdnUrl());
	}

	/**
	 * The CDN as whoever sent the request sees it.
	 */
	public Cdn of(HttpServletRequest request) {
		return "https".equalsIgnoreCase(request.getHeader("X-Forwarded-Proto")) ? this.secure : this.plain;
	}

}
