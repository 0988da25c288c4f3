package dev.clickpath.cli.bench.edge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

/**
 * What a peer is given to stand on.
 *
 * @param folder of its own, on disk
 * @param fast a folder of its own in memory; where there is no such thing, the same
 * @param port where it answers
 * @param tlsPort where it answers over TLS
 * @param originPort where the origin answers
 * @param cores how many cores it may use
 * @param tls its certificate, or null when nobody asks over TLS
 */
record Site(Path folder, Path fast, int port, int tlsPort, int originPort, int cores, @Nullable Tls tls) {

	Path write(String name, String content) {
		try {
			return Files.writeString(this.folder.resolve(name), content);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A configuration cannot be written", ex);
		}
	}

}
