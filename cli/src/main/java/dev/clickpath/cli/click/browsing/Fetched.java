package dev.clickpath.cli.click.browsing;

import dev.clickpath.cli.click.network.Fields;
import dev.clickpath.cli.click.timeline.Answer;

/**
 * An answer with what is in it.
 *
 * @param answer when it came and how
 * @param fields its fields
 * @param plain its body, unpacked
 */
@SuppressWarnings("ArrayRecordComponent")
record Fetched(Answer answer, Fields fields, byte[] plain) {

}
