package dev.clickpath.storefront.catalog;

/**
 * That somebody searched for something. Neither who it was nor where they are can be read
 * from it.
 *
 * @param q the words
 * @param asker a fingerprint of the visitor and the words
 * @param network a fingerprint, shared by many, of the visitor's network and the words
 */
public record Asking(String q, String asker, String network) {
}
