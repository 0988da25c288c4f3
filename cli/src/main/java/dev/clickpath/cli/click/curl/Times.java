package dev.clickpath.cli.click.curl;

import dev.clickpath.cli.click.timeline.Answer;
import dev.clickpath.cli.click.timeline.Handshake;
import dev.clickpath.cli.click.timeline.Opening;
import dev.clickpath.cli.click.timeline.Span;
import dev.clickpath.cli.click.timeline.Visit;

/**
 * When the phases of a transfer ended, in milliseconds since its beginning, as curl's
 * variables of these names tell it.
 *
 * @param nameLookup the address is known
 * @param connect TCP is connected
 * @param appConnect TLS is; 0 without it
 * @param startTransfer the first byte is there, of early hints too
 * @param total the last byte is there
 */
record Times(double nameLookup, double connect, double appConnect, double startTransfer, double total) {

	private static final double MILLIS_A_SECOND = 1e3;

	private static final int COUNT = 6;

	/** How curl is asked for them. */
	static final String FORMAT = "%{num_connects} %{time_namelookup} %{time_connect} %{time_appconnect} %{time_starttransfer} %{time_total}";

	/**
	 * Reads what curl wrote.
	 * @throws IllegalArgumentException when that is something else
	 */
	static Times parse(String line) {
		String[] seconds = line.strip().split(" ", -1);
		if (seconds.length != COUNT || !seconds[0].equals("1")) {
			throw new IllegalArgumentException("it did not tell of one new connection but: " + line);
		}
		double[] millis = new double[COUNT];
		for (int i = 0; i < COUNT; i++) {
			millis[i] = Double.parseDouble(seconds[i]) * MILLIS_A_SECOND;
		}
		return new Times(millis[1], millis[2], millis[3], millis[4], millis[5]);
	}

	/**
	 * The same of a click to a page on a connection of its own.
	 * @param withName whether finding the address counts
	 */
	static Times of(Visit visit, boolean withName) {
		Answer answer = visit.answer();
		Opening opening = visit.openings()
			.stream()
			.filter((each) -> each.number() == answer.connection())
			.findFirst()
			.orElseThrow();
		Handshake handshake = opening.handshake();
		double left = withName ? 0 : opening.lookup().time().millis();
		return new Times(Span.millis(opening.lookup().time().to()) - left, Span.millis(opening.connect().to()) - left,
				(handshake != null) ? Span.millis(handshake.time().to()) - left : 0,
				Span.millis(answer.firstByte()) - left, Span.millis(answer.last()) - left);
	}

}
