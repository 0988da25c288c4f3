package dev.clickpath.cli.imports;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import dev.clickpath.cli.Problem;

/**
 * A file as the shop gets it: unpacked when it is gzipped, whatever it is called.
 */
public record FeedFile(String name) {

	private static final String STANDARD_INPUT = "-";

	private static final int BUFFER = 64 * 1024;

	private static final int FIRST = 0x1f;

	private static final int SECOND = 0x8b;

	InputStream open() {
		try {
			InputStream file = new BufferedInputStream(raw(), BUFFER);
			file.mark(2);
			boolean zipped = file.read() == FIRST && file.read() == SECOND;
			file.reset();
			return zipped ? new GZIPInputStream(file, BUFFER) : file;
		}
		catch (IOException ex) {
			throw new Problem("%s cannot be read (%s); name a file that can.".formatted(this.name, ex.getMessage()),
					ex);
		}
	}

	private InputStream raw() throws IOException {
		if (this.name.equals(STANDARD_INPUT)) {
			return System.in;
		}
		Path file = Path.of(this.name);
		if (!Files.isRegularFile(file) && Files.isDirectory(file)) {
			throw new Problem("%s is a folder; name a file in it.".formatted(this.name));
		}
		if (!Files.exists(file)) {
			throw new Problem(
					"There is no file %s; name one that is there, or - for what is piped in.".formatted(this.name));
		}
		return Files.newInputStream(file);
	}

}
