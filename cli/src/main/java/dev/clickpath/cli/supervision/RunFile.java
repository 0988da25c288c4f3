package dev.clickpath.cli.supervision;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.house.Tier;
import dev.clickpath.cli.process.ProcessId;
import org.jspecify.annotations.Nullable;

/**
 * What is written down about the running shop, for {@code status} and {@code down}, and
 * for the next {@code up} to find what a killed supervisor left behind.
 *
 * @param supervisor the process that keeps the others
 * @param open whether everything has been up
 * @param entries the kept processes
 */
public record RunFile(ProcessId supervisor, boolean open, List<Entry> entries) {

	private static final String NONE = "-";

	/**
	 * One kept process.
	 *
	 * @param name its name in the house
	 * @param tier when it is stopped
	 * @param state where it stands
	 * @param process the process last started for it, if any
	 * @param restarts how often it was started again
	 * @param address where it answers
	 */
	public record Entry(String name, Tier tier, State state, @Nullable ProcessId process, int restarts,
			String address) {

		static Entry of(Child child) {
			return new Entry(child.program().name(), child.program().tier(), child.state(), child.id(),
					child.restarts(), child.program().address());
		}

		/** The process, if it lives. */
		public Optional<ProcessHandle> handle() {
			return Optional.ofNullable(this.process).flatMap(ProcessId::handle);
		}

		private String line() {
			return String.join("\t", this.name, this.tier.name(), this.state.name(), Integer.toString(this.restarts),
					this.address, (this.process != null) ? RunFile.line(this.process) : NONE + "\t" + NONE);
		}

		private static Entry parse(String line) {
			String[] fields = line.split("\t", -1);
			ProcessId process = NONE.equals(fields[5]) ? null : RunFile.processId(fields[5], fields[6]);
			return new Entry(fields[0], Tier.valueOf(fields[1]), State.valueOf(fields[2]), process,
					Integer.parseInt(fields[3]), fields[4]);
		}

	}

	/**
	 * Where a process answers, if it is one of those that are kept.
	 */
	public Optional<URI> address(String name) {
		return this.entries.stream()
			.filter((entry) -> entry.name().equals(name))
			.map((entry) -> URI.create(entry.address()))
			.findFirst();
	}

	/**
	 * Replaces the file as a whole, by one that is on the disk already: it has to outlive
	 * a power failure.
	 */
	void write(Home home) {
		List<String> lines = new ArrayList<>();
		lines.add(this.open + "\t" + line(this.supervisor));
		this.entries.forEach((entry) -> lines.add(entry.line()));
		try {
			Path unfinished = home.run().resolve("processes.unfinished");
			Files.write(unfinished, lines, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
					StandardOpenOption.WRITE, StandardOpenOption.SYNC);
			Files.move(unfinished, file(home), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be written".formatted(file(home)), ex);
		}
	}

	/**
	 * What is written down, if anything is that can be read.
	 */
	public static Optional<RunFile> read(Home home) {
		return read(home, (complaint) -> {
		});
	}

	/**
	 * The same, for those who look after what runs.
	 * @param complain is told when there is something that cannot be read
	 */
	public static Optional<RunFile> read(Home home, Consumer<String> complain) {
		try {
			return Optional.of(parse(Files.readAllLines(file(home))));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		catch (IOException | NoSuchElementException | IndexOutOfBoundsException | IllegalArgumentException ex) {
			complain.accept("The list of what runs, %s, cannot be read and counts as empty; end by its number what an "
				.formatted(file(home)) + "earlier run may have left.");
			return Optional.empty();
		}
	}

	private static RunFile parse(List<String> lines) {
		String[] first = lines.getFirst().split("\t", -1);
		return new RunFile(processId(first[1], first[2]), Boolean.parseBoolean(first[0]),
				lines.stream().skip(1).map(Entry::parse).toList());
	}

	static void delete(Home home) {
		Home.delete(file(home));
	}

	private static Path file(Home home) {
		return home.run().resolve("processes");
	}

	private static String line(ProcessId process) {
		return process.pid() + "\t" + process.start();
	}

	private static ProcessId processId(String pid, String start) {
		return new ProcessId(Long.parseLong(pid), start);
	}

}
