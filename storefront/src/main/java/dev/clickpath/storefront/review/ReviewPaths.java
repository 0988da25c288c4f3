package dev.clickpath.storefront.review;

/**
 * Where the pages about reviews are, below the product's own.
 */
final class ReviewPaths {

	private ReviewPaths() {
	}

	static String all(String productHref) {
		return productHref + "/reviews";
	}

	/** Where one's own is written. */
	static String own(String productHref) {
		return productHref + "/reviews/own";
	}

}
