package dev.clickpath.storefront.cookie;

/**
 * Cookie jars outside a running shop.
 */
public final class Jars {

	private Jars() {
	}

	public static CookieJar jar(boolean secure) {
		return new CookieJar(new CookieProperties(secure));
	}

}
