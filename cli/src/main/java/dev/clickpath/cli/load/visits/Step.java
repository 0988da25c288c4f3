package dev.clickpath.cli.load.visits;

import java.time.Duration;

/**
 * One thing a shopper does.
 *
 * @param pause how long they think, read and type before, counted from when the page
 * before it was there
 */
public record Step(Action action, Duration pause) {

}
