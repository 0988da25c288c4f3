package dev.clickpath.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What Linux tells of a process in {@code /proc/PID/stat} (proc(5)).
 *
 * @param afterName the fields from the third on
 */
record ProcStat(List<String> afterName) {

	private static final int FIRST_AFTER_NAME = 3;

	/**
	 * Reads it of a living process.
	 * @throws IOException when there is none, or no Linux
	 */
	static ProcStat of(long pid) throws IOException {
		return parse(Files.readString(Path.of("/proc", Long.toString(pid), "stat")));
	}

	/**
	 * Reads a line. The second field is the name in parentheses, which may hold anything,
	 * so counting begins after the last one.
	 */
	static ProcStat parse(String line) {
		return new ProcStat(List.of(line.substring(line.lastIndexOf(')') + 2).strip().split(" ")));
	}

	/**
	 * A field by its number there, from the third on.
	 */
	long field(int number) {
		return Long.parseLong(this.afterName.get(number - FIRST_AFTER_NAME));
	}

}
