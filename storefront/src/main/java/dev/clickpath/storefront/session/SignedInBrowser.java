package dev.clickpath.storefront.session;

import java.time.Instant;

/**
 * A browser that is signed in, as its customer is told of it.
 *
 * @param browser what it says it is
 * @param current whether it is the one that asks
 * @param since when it signed in
 * @param seen when it was last here, give or take some minutes
 */
public record SignedInBrowser(String browser, boolean current, Instant since, Instant seen) {
}
