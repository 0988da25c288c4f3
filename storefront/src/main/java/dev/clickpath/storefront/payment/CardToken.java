package dev.clickpath.storefront.payment;

/**
 * What the shop keeps of a card: enough to charge it by this provider and to recognise it
 * by.
 *
 * @param value what the provider knows the card by
 * @param lastFour the last four digits of its number
 */
public record CardToken(String value, String lastFour) {
}
