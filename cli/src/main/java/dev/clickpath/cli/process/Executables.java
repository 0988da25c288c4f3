package dev.clickpath.cli.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the programs of this machine.
 */
public final class Executables {

	/** Servers are often kept where only an administrator's PATH leads. */
	private static final String OF_SERVERS = String.join(File.pathSeparator, "/usr/sbin", "/usr/local/sbin", "/sbin");

	private Executables() {
	}

	/**
	 * Finds a program.
	 * @param path the folders to look in, as the variable {@code PATH} lists them
	 */
	public static Optional<Path> find(String program, String path) {
		return Arrays.stream(path.split(File.pathSeparator))
			.filter((folder) -> !folder.isEmpty())
			.map((folder) -> Path.of(folder, program))
			.filter(Files::isExecutable)
			.findFirst();
	}

	/**
	 * Finds a program on the PATH or where servers are kept.
	 */
	public static Optional<Path> find(String program) {
		return find(program, everywhere());
	}

	/**
	 * The PATH, and behind it where servers are kept.
	 */
	public static String everywhere() {
		return System.getenv().getOrDefault("PATH", "") + File.pathSeparator + OF_SERVERS;
	}

}
