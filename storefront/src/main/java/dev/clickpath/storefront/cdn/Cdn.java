package dev.clickpath.storefront.cdn;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The CDN as a shopper sees it. There are two of them, told apart by identity: whatever
 * is kept and names the CDN is kept for each by itself.
 */
public final class Cdn {

	private final String origin;

	private final Map<String, String> urls = new ConcurrentHashMap<>();

	/**
	 * A CDN.
	 * @param origin scheme and host, or empty for the storefront itself
	 */
	public Cdn(String origin) {
		this.origin = origin;
	}

	/**
	 * Scheme and host, or empty for the storefront itself.
	 */
	public String origin() {
		return this.origin;
	}

	/**
	 * The address of a file, put together once: there are only as many as assets and
	 * pictures.
	 * @param path the path of something that is there
	 */
	public String url(String path) {
		String known = this.urls.get(path);
		return (known != null) ? known : this.urls.computeIfAbsent(path, this.origin::concat);
	}

}
