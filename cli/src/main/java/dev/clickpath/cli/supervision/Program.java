package dev.clickpath.cli.supervision;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;

import dev.clickpath.cli.house.Tier;
import dev.clickpath.cli.process.Signal;

/**
 * What is to be kept running.
 *
 * @param name unique; names the log
 * @param tier when it is stopped
 * @param address where it answers, for people
 * @param command its command line
 * @param environment what is added to this process's environment
 * @param directory where it runs
 * @param ready tells, for its process number, whether it can be asked
 */
public record Program(String name, Tier tier, String address, List<String> command, Map<String, String> environment,
		Path directory, LongPredicate ready) {

	public Signal stopSignal() {
		return stopSignal(this.tier);
	}

	static Signal stopSignal(Tier tier) {
		return (tier == Tier.DATABASE) ? Signal.INT : Signal.TERM;
	}

}
