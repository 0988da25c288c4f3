package dev.clickpath.cli.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Problem;

/**
 * The file by which PostgreSQL keeps a second server off its data. A server that was
 * killed leaves it behind, and as soon as some other process has the number in it, no
 * server starts any more; in a container the numbers come again at once.
 *
 * @param data the folder with the data
 */
record PidFile(Path data) {

	/**
	 * Whether the server with that process number has said in it that it takes
	 * connections.
	 */
	boolean tellsReady(long pid) {
		try {
			List<String> lines = lines();
			return lines.getFirst().equals(Long.toString(pid)) && lines.getLast().startsWith("ready");
		}
		catch (IOException | NoSuchElementException ex) {
			return false;
		}
	}

	/**
	 * Deletes it, unless it is that of a server which runs.
	 * @throws Problem when there is one
	 */
	void deleteLeftover() {
		try {
			server().ifPresent((server) -> {
				throw new Problem(
						"PostgreSQL still runs on %s, as process %d; end it with kill -INT %d, then start again."
							.formatted(this.data, server.pid(), server.pid()));
			});
			Home.delete(file());
		}
		catch (NoSuchFileException ex) {
			// The last server has ended as it should.
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be read".formatted(file()), ex);
		}
	}

	/** One in single-user mode writes its number with a minus. */
	private Optional<ProcessHandle> server() throws IOException {
		return lines().stream()
			.findFirst()
			.filter((number) -> number.matches("-?\\d{1,9}"))
			.flatMap((number) -> ProcessHandle.of(Math.abs(Long.parseLong(number))))
			.filter(this::isServer);
	}

	private boolean isServer(ProcessHandle process) {
		ProcessHandle.Info info = process.info();
		boolean postgres = info.command()
			.filter((command) -> command.substring(command.lastIndexOf('/') + 1).startsWith("postgres"))
			.isPresent();
		return postgres
				&& info.arguments().map((arguments) -> List.of(arguments).contains(this.data.toString())).orElse(true);
	}

	/** Some of it may be in any encoding. */
	private List<String> lines() throws IOException {
		return Files.readAllLines(file(), StandardCharsets.ISO_8859_1);
	}

	private Path file() {
		return this.data.resolve("postmaster.pid");
	}

}
