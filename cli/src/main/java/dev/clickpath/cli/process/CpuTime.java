package dev.clickpath.cli.process;

import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The CPU time that processes have used since they started.
 */
public final class CpuTime {

	/**
	 * Linux counts in hundredths of a second, whatever the kernel's own clock (proc(5)).
	 */
	private static final long MILLIS_A_TICK = 10;

	private static final int OWN = 14;

	private static final int CHILDREN = 16;

	private CpuTime() {
	}

	/**
	 * What a process, its descendants, and (on Linux) those of its children that have
	 * ended have used.
	 */
	public static Duration ofFamily(ProcessHandle process) {
		return Stream.concat(Stream.of(process), process.descendants())
			.map((member) -> ofOne(member, true))
			.reduce(Duration.ZERO, Duration::plus);
	}

	/**
	 * What the ended children of this process have used; zero where the system does not
	 * tell.
	 */
	public static Duration ofEndedChildren() {
		ProcessHandle self = ProcessHandle.current();
		return ofOne(self, true).minus(ofOne(self, false));
	}

	private static Duration ofOne(ProcessHandle process, boolean children) {
		try {
			return of(ProcStat.of(process.pid()), children);
		}
		catch (IOException ex) {
			return process.info().totalCpuDuration().orElse(Duration.ZERO);
		}
	}

	static Duration of(ProcStat stat, boolean children) {
		long ticks = sum(stat, OWN) + (children ? sum(stat, CHILDREN) : 0);
		return Duration.ofMillis(ticks * MILLIS_A_TICK);
	}

	/** User and system time stand side by side. */
	private static long sum(ProcStat stat, int first) {
		return stat.field(first) + stat.field(first + 1);
	}

}
