package dev.clickpath.cli.load.browsing;

import java.time.Duration;
import java.util.concurrent.Executor;

import dev.clickpath.cli.load.accounting.Ledger;

/**
 * What all shoppers share.
 *
 * @param bodies what assets were like so far
 * @param threads for what a browser does beside the page
 * @param patience how long a shopper waits for a whole answer
 */
public record Surroundings(Target target, Ledger ledger, Bodies bodies, Executor threads, Duration patience) {

}
