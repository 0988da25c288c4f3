package dev.clickpath.storefront.review;

/**
 * A review as it is sent to the catalogue.
 */
record Draft(String name, int stars, String title, String text, boolean bought, String language) {
}
