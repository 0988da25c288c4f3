package dev.clickpath.dns.listening;

import java.util.Locale;

import dev.clickpath.dns.answering.Reply;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.xbill.DNS.Rcode;

/**
 * What the name server counts.
 */
final class Tally {

	/** From NOERROR to BADVERS. */
	private static final int RCODES = 17;

	private final Counter[] datagrams;

	private final Counter[] streams;

	private final Counter noise;

	private final Counter dropped;

	private final Counter slipped;

	private final Counter unsent;

	private final Counter connections;

	private final Counter broken;

	Tally(MeterRegistry registry) {
		this.datagrams = answers(registry, "udp");
		this.streams = answers(registry, "tcp");
		this.noise = unanswered(registry, "noise");
		this.dropped = unanswered(registry, "rate");
		this.unsent = unanswered(registry, "unsent");
		this.broken = unanswered(registry, "failure");
		this.slipped = Counter.builder("dns.slipped")
			.description("Answers beyond the rate that only said to come by TCP")
			.register(registry);
		this.connections = Counter.builder("dns.connections")
			.description("Connections by TCP that were taken")
			.register(registry);
	}

	private static Counter[] answers(MeterRegistry registry, String transport) {
		Counter[] counters = new Counter[RCODES];
		for (int rcode = 0; rcode < RCODES; rcode++) {
			counters[rcode] = Counter.builder("dns.answers")
				.description("Answers by what became of the question")
				.tag("transport", transport)
				.tag("rcode", Rcode.string(rcode).toLowerCase(Locale.ROOT))
				.register(registry);
		}
		return counters;
	}

	private static Counter unanswered(MeterRegistry registry, String reason) {
		return Counter.builder("dns.unanswered")
			.description("Messages that got no answer, and why")
			.tag("reason", reason)
			.register(registry);
	}

	void datagram(Reply answer) {
		this.datagrams[answer.rcode()].increment();
	}

	void stream(Reply answer) {
		this.streams[answer.rcode()].increment();
	}

	void connection() {
		this.connections.increment();
	}

	void noise() {
		this.noise.increment();
	}

	void dropped() {
		this.dropped.increment();
	}

	void slipped() {
		this.slipped.increment();
	}

	void unsent() {
		this.unsent.increment();
	}

	/** Something went wrong here that nobody outside should be able to bring about. */
	void broken() {
		this.broken.increment();
	}

}
