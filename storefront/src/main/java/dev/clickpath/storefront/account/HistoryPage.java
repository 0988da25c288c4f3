package dev.clickpath.storefront.account;

/**
 * What the shop remembers of what somebody looked at.
 *
 * @param forgotten whether it has just been told to forget
 */
public record HistoryPage(boolean forgotten) {
}
