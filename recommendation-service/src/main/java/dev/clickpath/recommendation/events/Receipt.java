package dev.clickpath.recommendation.events;

import java.util.List;

/**
 * What became of a request.
 *
 * @param taken how many events are stored, now or since they were told before
 * @param damped how many were too many of one visitor and are not
 * @param forgotten how many are not since they are from before their visitor wished to be
 * forgotten, or older than events are kept
 * @param skipped the rows that are no events
 */
record Receipt(int taken, int damped, int forgotten, List<BadRow> skipped) {
}
