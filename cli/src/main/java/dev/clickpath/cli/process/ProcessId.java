package dev.clickpath.cli.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that cannot be mistaken for a later one with the same number.
 *
 * @param pid the operating system's number
 * @param start when it started
 */
public record ProcessId(long pid, Instant start) {

	/**
	 * The operating system tells starts relative to its own, whose instant moves a little
	 * when the clock is set.
	 */
	private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

	public static ProcessId of(ProcessHandle process) {
		return new ProcessId(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
	}

	/**
	 * The process, if it still lives.
	 */
	public Optional<ProcessHandle> handle() {
		return ProcessHandle.of(this.pid).filter(ProcessHandle::isAlive).filter(this::isSame);
	}

	public boolean isAlive() {
		return handle().isPresent();
	}

	private boolean isSame(ProcessHandle process) {
		Duration apart = Duration.between(this.start, of(process).start());
		return apart.abs().compareTo(CLOCK_TOLERANCE) <= 0;
	}

}
