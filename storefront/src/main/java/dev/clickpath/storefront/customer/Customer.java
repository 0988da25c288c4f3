package dev.clickpath.storefront.customer;

import java.util.UUID;

/**
 * Somebody with an account.
 *
 * @param id never changes and says nothing
 * @param name what they want to be called
 * @param email as they typed it
 */
public record Customer(UUID id, String name, String email) {
}
