package dev.clickpath.storefront.checkout;

/**
 * There is nothing that could be ordered.
 *
 * @param heading what is the matter
 * @param words what that means
 * @param href the next step
 * @param link its name
 */
public record NothingPage(String heading, String words, String href, String link) {
}
