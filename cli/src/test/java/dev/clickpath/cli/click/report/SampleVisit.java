package dev.clickpath.cli.click.report;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import dev.clickpath.cli.click.timeline.Answer;
import dev.clickpath.cli.click.timeline.Exchange;
import dev.clickpath.cli.click.timeline.Failure;
import dev.clickpath.cli.click.timeline.Handshake;
import dev.clickpath.cli.click.timeline.Kind;
import dev.clickpath.cli.click.timeline.Lookup;
import dev.clickpath.cli.click.timeline.Opening;
import dev.clickpath.cli.click.timeline.ServerTiming;
import dev.clickpath.cli.click.timeline.Span;
import dev.clickpath.cli.click.timeline.Visit;

/**
 * A click with everything that there can be.
 */
final class SampleVisit {

	static final String HOST = "www.clickpath.test";

	private static final long MILLI = 1_000_000;

	private SampleVisit() {
	}

	/** A click whose page has come in that coding. */
	static Visit packed(String coding) {
		Lookup lookup = new Lookup(HOST, true, "the name server", List.of("127.0.0.1"), List.of("HTTPS 1 . alpn=h2"),
				20L, span(0, 1));
		Handshake handshake = new Handshake("TLSv1.3", "TLS_AES_128_GCM_SHA256", "h2", false,
				new Handshake.Certificate("CN=shop", "CN=authority", Instant.EPOCH), span(2, 5));
		Opening opening = new Opening(1, "https://" + HOST, "127.0.0.1:443", "h2", lookup, span(1, 2), handshake);
		Exchange redirect = new Exchange(address("/here"), Kind.PAGE, 0, answer(5, 302, "identity"));
		Exchange page = new Exchange(address("/"), Kind.PAGE, 9 * MILLI, answer(10, 200, coding));
		List<Exchange> resources = List.of(
				new Exchange(address("/s.css"), Kind.STYLE, 16 * MILLI, answer(17, 200, "br")),
				new Exchange(address("/x.js"), Kind.SCRIPT, 16 * MILLI, new Failure(20 * MILLI, "It broke off.")));
		return new Visit(List.of(opening), List.of(redirect), page, span(15, 16),
				List.of(new ServerTiming("page.foot", 3.0, 1.0, "late")), resources,
				List.of(URI.create("http://192.0.2.1/")), 20);
	}

	private static URI address(String path) {
		return URI.create("https://" + HOST + path);
	}

	private static Answer answer(long sent, int status, String coding) {
		return new Answer(1, sent * MILLI, new Answer.Hints((sent + 1) * MILLI, List.of("</s.css>; rel=preload")),
				(sent + 2) * MILLI, (sent + 3) * MILLI, status, coding, 100, 200, span(sent + 3, sent + 4),
				"clickpath-edge; hit", List.of(new ServerTiming("gateway", 0.5, 2.0, "storefront-1")));
	}

	private static Span span(long from, long to) {
		return new Span(from * MILLI, to * MILLI);
	}

}
