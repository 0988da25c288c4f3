package dev.clickpath.cli.certificates;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * Files in PEM (RFC 7468). Each appears whole or not at all.
 */
final class Pem {

	static final String CERTIFICATE = "CERTIFICATE";

	static final String PRIVATE_KEY = "PRIVATE KEY";

	private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

	private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

	private Pem() {
	}

	/**
	 * Writes a file; a private key can be read by its owner only, from its first moment.
	 */
	static void write(Path file, String type, byte[] content) {
		Path unfinished = file.resolveSibling(file.getFileName() + ".new");
		StringWriter text = new StringWriter();
		try (PemWriter writer = new PemWriter(text)) {
			writer.writeObject(new PemObject(type, content));
			writer.flush();
			Files.deleteIfExists(unfinished);
			Files.createFile(unfinished, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
			Files.writeString(unfinished, text.toString());
			Files.setPosixFilePermissions(unfinished, type.equals(PRIVATE_KEY) ? OWNER_ONLY : READABLE);
			Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be written".formatted(file), ex);
		}
	}

	/**
	 * What a file holds.
	 * @throws IOException when it cannot be read or is of another type
	 */
	static byte[] read(Path file, String type) throws IOException {
		try (PemReader reader = new PemReader(new StringReader(Files.readString(file)))) {
			PemObject object = reader.readPemObject();
			if (object == null || !object.getType().equals(type)) {
				throw new IOException("%s holds no %s".formatted(file, type));
			}
			return object.getContent();
		}
		catch (RuntimeException ex) {
			throw new IOException("%s is no PEM".formatted(file), ex);
		}
	}

}
