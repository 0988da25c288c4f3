package dev.clickpath.cli.bench.dns;

import java.util.List;
import java.util.function.ToDoubleFunction;

import dev.clickpath.cli.bench.Measurement;
import dev.clickpath.cli.bench.Median;
import org.jspecify.annotations.Nullable;

/**
 * How a name server did: medians over the rounds.
 *
 * @param server its name
 * @param answersPerSecond answers
 * @param p50Millis time that half of the answers kept
 * @param p99Millis time that all but one in a hundred kept
 * @param cpuMicros CPU of its processes for one answer
 * @param lost questions of all rounds that nobody answered
 * @param ours how many answers ours gave for one of this server's; null for ours
 */
record Standing(String server, double answersPerSecond, double p50Millis, double p99Millis, double cpuMicros, long lost,
		@Nullable Double ours) {

	private static final double A_THOUSAND = 1e3;

	static Standing of(String server, List<Measurement> rounds) {
		return new Standing(server, median(rounds, (round) -> round.load().requestsPerSecond()),
				median(rounds, (round) -> round.load().p50Micros() / A_THOUSAND),
				median(rounds, (round) -> round.load().p99Micros() / A_THOUSAND),
				median(rounds, (round) -> round.cpuMillis().values().stream().mapToDouble(Double::doubleValue).sum()
						* A_THOUSAND),
				rounds.stream().mapToLong((round) -> round.load().broken()).sum(), null);
	}

	/**
	 * The same with ours beside it.
	 */
	Standing beside(Standing ours) {
		return ours.server().equals(this.server) ? this
				: new Standing(this.server, this.answersPerSecond, this.p50Millis, this.p99Millis, this.cpuMicros,
						this.lost, ours.answersPerSecond / this.answersPerSecond);
	}

	private static double median(List<Measurement> rounds, ToDoubleFunction<Measurement> value) {
		return Median.of(rounds.stream().mapToDouble(value).toArray());
	}

}
