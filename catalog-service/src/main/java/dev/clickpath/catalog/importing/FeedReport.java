package dev.clickpath.catalog.importing;

import java.util.Collection;
import java.util.List;

/**
 * What came of a feed.
 *
 * @param rows how many it had
 * @param added products that are new
 * @param changed products that were there and are different now
 * @param unchanged products that were as the feed has them, and were left alone
 * @param removed products that are gone, since the feed does not have them
 * @param refused rows that could not be used
 * @param refusals the first of them
 * @param ignoredFields the first of the fields that mean nothing here
 * @param products how many there are now
 */
record FeedReport(long rows, long added, long changed, long unchanged, long removed, long refused,
		List<Refusals.Refusal> refusals, Collection<String> ignoredFields, long products, long milliseconds) {

}
