package dev.clickpath.cli.bench.checkout;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.TimeUnit;

import dev.clickpath.cli.bench.Meter;

/**
 * One measurement.
 *
 * @param ordersPerSecond confirmed orders
 * @param p50Millis from the form to the whole confirmation page, for half of them
 * @param p95Millis the same for 95 of 100
 * @param p99Millis the same for 99 of 100
 * @param failed forms that were not answered with a confirmation
 * @param cpuMillis what the processes of the shop used for each order, with the pages
 * that led to it, by name
 */
record Round(double ordersPerSecond, double p50Millis, double p95Millis, double p99Millis, int failed,
		SequencedMap<String, Double> cpuMillis) {

	private static final double NANOS_A_SECOND = 1e9;

	static Round take(Purchases purchases, Meter meter, Duration duration) throws InterruptedException {
		Map<String, Duration> before = meter.read();
		long start = System.nanoTime();
		purchases.collect();
		TimeUnit.NANOSECONDS.sleep(duration.toNanos());
		Purchases.Collected collected = purchases.collect();
		double seconds = (System.nanoTime() - start) / NANOS_A_SECOND;
		int orders = collected.confirmed().size();
		SequencedMap<String, Double> cpu = new LinkedHashMap<>();
		meter.read()
			.forEach((name, time) -> cpu.put(name,
					(double) time.minus(before.getOrDefault(name, Duration.ZERO)).toMillis() / orders));
		return new Round(orders / seconds, collected.millis(0.5), collected.millis(0.95), collected.millis(0.99),
				collected.failed(), cpu);
	}

}
