package dev.clickpath.storefront.cdn;

/**
 * The CDN as a shopper sees it. There are two of them, told apart by identity: whatever
 * is kept and names the CDN is kept for each by itself.
 */
public final class Cdn {

	private final String origin;

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
	 * The address of a file.
	 * @param path the path of something that is there
	 */
	public String url(String path) {
		return this.origin.concat(path);
	}

}
