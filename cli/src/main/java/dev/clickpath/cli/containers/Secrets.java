package dev.clickpath.cli.containers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

import dev.clickpath.cli.certificates.Certificates;

/**
 * What one service is given. Each file appears whole or not at all; one that says what it
 * said before is left alone, since the service may watch it.
 *
 * @param folder where it is
 * @param permissions of the files
 */
record Secrets(Path folder, Set<PosixFilePermission> permissions) {

	/**
	 * For a service that runs as the same user.
	 */
	static Secrets in(Path folder) {
		return new Secrets(folder, PosixFilePermissions.fromString("r--------"));
	}

	/**
	 * For a service that runs as another user.
	 */
	static Secrets readableIn(Path folder) {
		return new Secrets(folder, PosixFilePermissions.fromString("r--r--r--"));
	}

	/**
	 * A property as Spring Boot reads it from a tree of files.
	 */
	void property(String name, String value) {
		write("properties/" + name, value);
	}

	/**
	 * What a listener shows, and the key before it: should this end in between, the two
	 * do not fit, and the service says so.
	 */
	void identity(Certificates certificates) {
		try {
			write("tls/localhost-key.pem", Files.readString(certificates.privateKey()));
			write("tls/localhost.pem", Files.readString(certificates.certificate()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be read".formatted(certificates.folder()), ex);
		}
	}

	void write(String name, String content) {
		Path file = this.folder.resolve(name);
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		try {
			if (Files.exists(file) && Arrays.equals(Files.readAllBytes(file), bytes)) {
				return;
			}
			Files.createDirectories(file.resolveSibling("."));
			// A name that Spring Boot does not take for a property.
			Path unfinished = this.folder.resolve(".new");
			Files.deleteIfExists(unfinished);
			Files.createFile(unfinished,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.write(unfinished, bytes);
			Files.setPosixFilePermissions(unfinished, this.permissions);
			Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be written".formatted(file), ex);
		}
	}

}
