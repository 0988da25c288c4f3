package dev.clickpath.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that cannot be mistaken for a later one with the same number.
 *
 * @param pid the operating system's number
 * @param start when it started, in the words of the operating system
 */
public record ProcessId(long pid, String start) {

	private static final int STARTED_AT = 22;

	public static ProcessId of(ProcessHandle process) {
		return new ProcessId(process.pid(), start(process));
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
		return this.start.equals(start(process));
	}

	/**
	 * Linux counts from its own start, of which there is a name (random(4)). An instant
	 * would move whenever its clock is set; elsewhere it is written down once.
	 */
	private static String start(ProcessHandle process) {
		try {
			String boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
			return boot + "+" + ProcStat.of(process.pid()).field(STARTED_AT);
		}
		catch (IOException ex) {
			return process.info().startInstant().orElse(Instant.EPOCH).toString();
		}
	}

}
