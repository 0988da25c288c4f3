package dev.clickpath.cli.bench;

import java.util.List;

/**
 * How many bytes the body of a page has on the wire.
 *
 * @param plain without compression
 * @param gzip compressed as the server does it; the same as {@code plain} if it does not
 */
record Weight(int plain, int gzip) {

	private static final int SAMPLES = 20;

	/**
	 * The usual weight of those pages.
	 */
	static Weight of(Browser browser, List<Request> requests) {
		return new Weight(usual(browser, requests, Coding.PLAIN), usual(browser, requests, Coding.GZIP));
	}

	private static int usual(Browser browser, List<Request> requests, Coding coding) {
		return (int) Median.of(requests.stream()
			.limit(SAMPLES)
			.mapToDouble((request) -> browser.get(request, coding).body().length)
			.toArray());
	}

	int in(Coding coding) {
		return switch (coding) {
			case PLAIN -> this.plain;
			case GZIP -> this.gzip;
		};
	}

}
