package dev.clickpath.cli.click.report;

import java.util.ArrayList;
import java.util.List;

import dev.clickpath.cli.click.timeline.Answer;
import dev.clickpath.cli.click.timeline.Exchange;
import dev.clickpath.cli.click.timeline.Handshake;
import dev.clickpath.cli.click.timeline.Opening;
import dev.clickpath.cli.click.timeline.Span;
import dev.clickpath.cli.click.timeline.Visit;

/**
 * What the phases of one click took, in milliseconds; what did not happen took 0.
 *
 * @param name the page's name
 * @param connection the page's connection
 * @param tls its handshake
 * @param resumed whether that went on with an earlier session
 * @param hints from the request to 103
 * @param head from the request to the first byte of the answer
 * @param body from there to its last
 * @param unpacking the page's
 * @param parsing the page's
 * @param page from the beginning until the page was read
 * @param all from the beginning until all was there
 * @param hits from request to last byte of each answer that a cache had
 * @param misses the same of those that it had to ask for
 */
record Figures(double name, double connection, double tls, boolean resumed, double hints, double head, double body,
		double unpacking, double parsing, double page, double all, List<Double> hits, List<Double> misses) {

	static Figures of(Visit visit) {
		Answer answer = visit.answer();
		double name = 0;
		double connection = 0;
		double tls = 0;
		boolean resumed = false;
		for (Opening opening : visit.openings()) {
			if (opening.number() == answer.connection()) {
				name = opening.lookup().time().millis();
				connection = opening.connect().millis();
				Handshake handshake = opening.handshake();
				tls = (handshake != null) ? handshake.time().millis() : 0;
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
		return new Figures(name, connection, tls, resumed,
				(answer.hints() != null) ? Span.millis(answer.hints().at() - answer.sent()) : 0,
				Span.millis(answer.head() - answer.sent()), Span.millis(answer.last() - answer.head()),
				answer.unpacking().millis(), visit.parsing().millis(), Span.millis(visit.parsing().to()),
				Span.millis(visit.end()), hits, misses);
	}

}
