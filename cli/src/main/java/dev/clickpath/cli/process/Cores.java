package dev.clickpath.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps those who are measured and those who measure on cores of their own: what is then
 * counted is what one core of the server can do, and not what the load tool left of it.
 *
 * @param server the command that the server's command is put behind; empty where nobody
 * is bound to anything
 * @param client the same for the load tool
 * @param count how many cores the server has
 */
public record Cores(List<String> server, List<String> client, int count) {

	private static final Path STATUS = Path.of("/proc/self/status");

	private static final String ALLOWED = "Cpus_allowed_list:";

	/**
	 * The first core for the servers and the last one for the load tool, where this
	 * machine has both and a way to bind to them.
	 */
	public static Cores apart() {
		List<Integer> allowed = allowed();
		Optional<Path> taskset = Executables.find("taskset");
		if (taskset.isEmpty() || allowed.size() < 2) {
			return all();
		}
		String program = taskset.get().toString();
		return new Cores(List.of(program, "-c", allowed.getFirst().toString()),
				List.of(program, "-c", allowed.getLast().toString()), 1);
	}

	/**
	 * All of them for everyone.
	 */
	public static Cores all() {
		return new Cores(List.of(), List.of(), Runtime.getRuntime().availableProcessors());
	}

	public boolean isApart() {
		return !this.server.isEmpty();
	}

	private static List<Integer> allowed() {
		try {
			return Files.readAllLines(STATUS)
				.stream()
				.filter((line) -> line.startsWith(ALLOWED))
				.map((line) -> parse(line.substring(ALLOWED.length()).strip()))
				.findFirst()
				.orElse(List.of());
		}
		catch (IOException ex) {
			return List.of();
		}
	}

	/** Reads a list like {@code 0-3,8} (proc(5)). */
	static List<Integer> parse(String list) {
		List<Integer> cores = new ArrayList<>();
		for (String part : list.split(",", -1)) {
			int dash = part.indexOf('-');
			int first = Integer.parseInt((dash < 0) ? part : part.substring(0, dash));
			int last = Integer.parseInt(part.substring(dash + 1));
			for (int core = first; core <= last; core++) {
				cores.add(core);
			}
		}
		return cores;
	}

}
