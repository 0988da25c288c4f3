package dev.clickpath.gateway.proxy;

import java.security.SecureRandom;
import java.util.Base64;

import org.springframework.web.server.ServerWebExchange;

/**
 * What is random on a page is made of this by whichever storefront makes it, so that the
 * page that one has begun is, to the byte, the one that another goes on with. It is dealt
 * anew for each request, the same for all its tries, and said by the gateway alone: 128
 * random bits as 22 characters of base64url (RFC 4648, section 5).
 */
final class Seed {

	static final String NAME = "Clickpath-Seed";

	/** As fields of requests are compared. */
	static final String LOWER_CASE_NAME = "clickpath-seed";

	private static final SecureRandom RANDOM = new SecureRandom();

	private Seed() {
	}

	static String of(ServerWebExchange exchange) {
		return (String) exchange.getAttributes().computeIfAbsent(NAME, (name) -> deal());
	}

	private static String deal() {
		byte[] bits = new byte[16];
		RANDOM.nextBytes(bits);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
	}

}
