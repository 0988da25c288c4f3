package dev.clickpath.cli.bench.gateway;

import java.util.List;
import java.util.function.ToDoubleFunction;

import dev.clickpath.cli.bench.Load;
import dev.clickpath.cli.bench.Measurement;
import dev.clickpath.cli.bench.Median;
import org.jspecify.annotations.Nullable;

/**
 * How a load balancer did: medians over the rounds.
 *
 * @param balancer its name
 * @param requestsPerSecond answers, as many as it can give
 * @param p50Millis time that half of those answers kept
 * @param p99Millis time that all but one in a hundred kept
 * @param cpuMicros CPU of all its processes for one answer
 * @param halfP99Millis the same as {@code p99Millis} at half as many requests a second,
 * sent at a steady rate; null where that was not measured
 * @param gateway the gateway's requests per second for one of these; null for the gateway
 */
record Standing(String balancer, double requestsPerSecond, double p50Millis, double p99Millis, double cpuMicros,
		@Nullable Double halfP99Millis, @Nullable Double gateway) {

	private static final double A_THOUSAND = 1e3;

	static Standing of(String balancer, List<Measurement> rounds, List<Load> halves) {
		return new Standing(balancer, median(rounds, (round) -> round.load().requestsPerSecond()),
				median(rounds, (round) -> round.load().p50Micros() / A_THOUSAND),
				median(rounds, (round) -> round.load().p99Micros() / A_THOUSAND),
				median(rounds,
						(round) -> round.cpuMillis().values().stream().mapToDouble(Double::doubleValue).sum()
								* A_THOUSAND),
				halves.isEmpty() ? null
						: Median.of(halves.stream().mapToDouble((half) -> half.p99Micros() / A_THOUSAND).toArray()),
				null);
	}

	/**
	 * Puts what the gateway did in the same rounds beside each of the others.
	 * @param standings the gateway's first
	 */
	static List<Standing> compare(List<Standing> standings) {
		Standing gateway = standings.getFirst();
		return standings.stream()
			.map((standing) -> standing.balancer().equals(gateway.balancer()) ? standing : standing.beside(gateway))
			.toList();
	}

	private Standing beside(Standing other) {
		return new Standing(this.balancer, this.requestsPerSecond, this.p50Millis, this.p99Millis, this.cpuMicros,
				this.halfP99Millis, other.requestsPerSecond / this.requestsPerSecond);
	}

	private static double median(List<Measurement> rounds, ToDoubleFunction<Measurement> value) {
		return Median.of(rounds.stream().mapToDouble(value).toArray());
	}

}
