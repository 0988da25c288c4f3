package dev.clickpath.cli.faults.checkout;

import java.time.Duration;

/**
 * A process was killed.
 *
 * @param at how long after the first shopper came
 * @param target what was killed
 * @param process its name and number
 * @param moment what somebody was at
 */
record Kill(Duration at, Target target, String process, Moment moment) {
}
