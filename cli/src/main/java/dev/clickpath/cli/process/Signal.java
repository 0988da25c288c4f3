package dev.clickpath.cli.process;

import java.io.IOException;
import java.util.List;

/**
 * What can be said to a process.
 */
public enum Signal {

	/** What services understand. */
	TERM,

	/** PostgreSQL's "fast" stop, which does not wait for its clients to leave. */
	INT,

	/** It ends at once, and is not asked. */
	KILL,

	/** It does nothing until {@link #CONT}. */
	STOP,

	/** It goes on. */
	CONT;

	/**
	 * Sends this signal; a process that is gone is no error.
	 */
	public void send(long pid) {
		try {
			new ProcessBuilder(List.of("sh", "-c", "kill -s %s %d".formatted(this, pid)))
				.redirectError(ProcessBuilder.Redirect.DISCARD)
				.redirectOutput(ProcessBuilder.Redirect.DISCARD)
				.start()
				.waitFor();
		}
		catch (IOException ex) {
			ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
