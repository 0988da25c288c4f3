package dev.clickpath.cli.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * A log file that cannot grow without end: once full it becomes the older half
 * ({@code .1}), in place of the one before.
 */
public final class BoundedLog {

	private static final int BLOCK = 8192;

	private final Path file;

	private final long limit;

	/**
	 * A log that takes at most twice {@code limit} bytes on the disk.
	 */
	public BoundedLog(Path file, long limit) {
		this.file = file;
		this.limit = limit;
	}

	/**
	 * Copies everything into the log, until the input ends. What cannot be written is
	 * left out: whoever speaks goes on, also when the disk is full.
	 */
	public void copy(InputStream input) throws IOException {
		byte[] block = new byte[BLOCK];
		for (int read = input.read(block); read >= 0; read = input.read(block)) {
			append(block, read);
		}
	}

	private void append(byte[] block, int length) {
		try {
			if (Files.exists(this.file) && Files.size(this.file) + length > this.limit) {
				Files.move(this.file, older(this.file), StandardCopyOption.REPLACE_EXISTING);
			}
			try (OutputStream output = Files.newOutputStream(this.file, StandardOpenOption.CREATE,
					StandardOpenOption.APPEND)) {
				output.write(block, 0, length);
			}
		}
		catch (IOException ex) {
			// There may be room for the next.
		}
	}

	static Path older(Path file) {
		return file.resolveSibling(file.getFileName() + ".1");
	}

	/**
	 * The last lines of a log; none when there is none.
	 */
	public static List<String> tail(Path file, int lines) throws IOException {
		try {
			List<String> all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
			return all.subList(Math.max(0, all.size() - lines), all.size());
		}
		catch (NoSuchFileException ex) {
			return List.of();
		}
	}

}
