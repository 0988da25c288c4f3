package dev.clickpath.cli.bench.edge;

import java.util.List;
import java.util.function.ToDoubleFunction;

import dev.clickpath.cli.bench.Measurement;
import dev.clickpath.cli.bench.Median;
import org.jspecify.annotations.Nullable;

/**
 * How a contestant did in a case: medians over the rounds.
 *
 * @param test the case
 * @param server the contestant
 * @param bytes the body on the wire
 * @param requestsPerSecond answers
 * @param p50Millis time that half of the answers kept
 * @param p99Millis time that all but one in a hundred kept
 * @param cpuMicros CPU of all its processes for one answer
 * @param busy the share of one core it used
 * @param clientBusy the share of one core the load tool used
 * @param edge how the edge compares; null for the edge itself
 */
record Standing(String test, String server, int bytes, double requestsPerSecond, double p50Millis, double p99Millis,
		double cpuMicros, double busy, double clientBusy, @Nullable Ratio edge) {

	private static final double A_THOUSAND = 1e3;

	private static final double A_MILLION = 1e6;

	/**
	 * The edge beside a peer.
	 *
	 * @param requests its requests per second for one of the peer's; more is better
	 * @param cpu its CPU for an answer, for one of the peer's; less is better
	 */
	record Ratio(double requests, double cpu) {
	}

	static Standing of(Case test, String server, int bytes, List<Measurement> rounds) {
		return new Standing(test.name(), server, bytes, median(rounds, (round) -> round.load().requestsPerSecond()),
				median(rounds, (round) -> round.load().p50Micros() / A_THOUSAND),
				median(rounds, (round) -> round.load().p99Micros() / A_THOUSAND), median(rounds, Standing::cpuMicros),
				median(rounds, (round) -> cpuMicros(round) * round.load().requestsPerSecond() / A_MILLION),
				median(rounds, (round) -> round.clientMillis() * round.load().requestsPerSecond() / A_THOUSAND), null);
	}

	/**
	 * The same with what the edge did in the same rounds beside it.
	 */
	Standing beside(Standing edge) {
		if (edge.server().equals(this.server)) {
			return this;
		}
		return new Standing(this.test, this.server, this.bytes, this.requestsPerSecond, this.p50Millis, this.p99Millis,
				this.cpuMicros, this.busy, this.clientBusy,
				new Ratio(edge.requestsPerSecond / this.requestsPerSecond, edge.cpuMicros / this.cpuMicros));
	}

	private static double cpuMicros(Measurement round) {
		return round.cpuMillis().values().stream().mapToDouble(Double::doubleValue).sum() * A_THOUSAND;
	}

	private static double median(List<Measurement> rounds, ToDoubleFunction<Measurement> value) {
		return Median.of(rounds.stream().mapToDouble(value).toArray());
	}

}
