package dev.clickpath.cli.click.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

import dev.clickpath.cli.click.timeline.Answer;
import dev.clickpath.cli.click.timeline.Exchange;
import dev.clickpath.cli.click.timeline.Handshake;
import dev.clickpath.cli.click.timeline.Opening;
import dev.clickpath.cli.click.timeline.Span;
import dev.clickpath.cli.click.timeline.Visit;
import dev.clickpath.cli.http.Codings;

/**
 * What the phases of one click took, in milliseconds; empty is what did not happen, which
 * is not the same as what took no time.
 *
 * @param name the page's name
 * @param connection the page's connection
 * @param tls its handshake
 * @param resumed whether that went on with an earlier session
 * @param hints from the request to 103
 * @param head from the request to the first byte of the answer
 * @param body from there to its last
 * @param unpacking the page's, where it was packed
 * @param parsing the page's
 * @param page from the beginning until the page was read
 * @param all from the beginning until all was there
 * @param hits from request to last byte of each answer that a cache had
 * @param misses the same of those that it had to ask for
 */
record Figures(OptionalDouble name, OptionalDouble connection, OptionalDouble tls, boolean resumed,
		OptionalDouble hints, double head, double body, OptionalDouble unpacking, double parsing, double page,
		double all, List<Double> hits, List<Double> misses) {

	static Figures of(Visit visit) {
		Answer answer = visit.answer();
		OptionalDouble name = OptionalDouble.empty();
		OptionalDouble connection = OptionalDouble.empty();
		OptionalDouble tls = OptionalDouble.empty();
		boolean resumed = false;
		for (Opening opening : visit.openings()) {
			if (opening.number() == answer.connection()) {
				name = OptionalDouble.of(opening.lookup().time().millis());
				connection = OptionalDouble.of(opening.connect().millis());
				Handshake handshake = opening.handshake();
				tls = (handshake != null) ? OptionalDouble.of(handshake.time().millis()) : OptionalDouble.empty();
				resumed = handshake != null && handshake.resumed();
			}
		}
		List<Double> hits = new ArrayList<>();
		List<Double> misses = new ArrayList<>();
		for (Exchange exchange : visit.resources()) {
			if (exchange.outcome() instanceof Answer cached && cached.cache() != null) {
				(cached.isHit() ? hits : misses).add(Span.millis(cached.last() - cached.sent()));
			}
		}
		Answer.Hints hints = answer.hints();
		boolean packed = !answer.coding().equals(Codings.IDENTITY);
		return new Figures(name, connection, tls, resumed,
				(hints != null) ? OptionalDouble.of(Span.millis(hints.at() - answer.sent())) : OptionalDouble.empty(),
				Span.millis(answer.head() - answer.sent()), Span.millis(answer.last() - answer.head()),
				packed ? OptionalDouble.of(answer.unpacking().millis()) : OptionalDouble.empty(),
				visit.parsing().millis(), Span.millis(visit.parsing().to()), Span.millis(visit.end()), hits, misses);
	}

}
