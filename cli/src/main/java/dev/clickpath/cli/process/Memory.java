package dev.clickpath.cli.process;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Resident memory in KiB.
 *
 * @param resident all pages in memory, shared ones counted with every process
 * @param proportional shared pages divided among those who share them; where the system
 * does not tell, the same as {@code resident}
 */
public record Memory(long resident, long proportional) {

	static final Memory NONE = new Memory(0, 0);

	/**
	 * What a process and everything it started take.
	 */
	public static Memory of(ProcessHandle process) {
		return Stream.concat(Stream.of(process), process.descendants())
			.map((each) -> ofOne(each.pid()))
			.reduce(NONE, Memory::plus);
	}

	/**
	 * What a process takes without those it started.
	 */
	public static Memory ofAlone(ProcessHandle process) {
		return ofOne(process.pid());
	}

	public Memory plus(Memory other) {
		return new Memory(this.resident + other.resident, this.proportional + other.proportional);
	}

	private static Memory ofOne(long pid) {
		Path summary = Path.of("/proc", Long.toString(pid), "smaps_rollup");
		try {
			return Files.exists(Path.of("/proc/self")) ? parse(Files.readAllLines(summary)) : askPs(pid);
		}
		catch (IOException | NumberFormatException ex) {
			return NONE;
		}
	}

	static Memory parse(List<String> summary) {
		return new Memory(kibibytes(summary, "Rss:"), kibibytes(summary, "Pss:"));
	}

	private static long kibibytes(List<String> summary, String field) {
		return summary.stream()
			.filter((line) -> line.startsWith(field))
			.mapToLong((line) -> Long.parseLong(line.substring(field.length()).replace("kB", "").strip()))
			.sum();
	}

	private static Memory askPs(long pid) throws IOException {
		Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(pid)).start();
		try (InputStream output = ps.getInputStream()) {
			long resident = Long.parseLong(new String(output.readAllBytes(), StandardCharsets.UTF_8).strip());
			return new Memory(resident, resident);
		}
	}

}
