package dev.clickpath.storefront.page;

import dev.clickpath.storefront.assets.Assets;
import dev.clickpath.storefront.cdn.Cdn;
import dev.clickpath.storefront.media.Media;

/**
 * What templates themselves take from the CDN, as the shopper sees it. Known to them as
 * {@code cdn}.
 */
public record CdnFiles(Assets assets, Media media, Cdn cdn) {

	/**
	 * The address of an asset.
	 */
	public String asset(String path) {
		return this.assets.url(path, this.cdn);
	}

	/**
	 * The address of a piece of art.
	 */
	public String art(String name) {
		return this.media.art(name, this.cdn);
	}

}
