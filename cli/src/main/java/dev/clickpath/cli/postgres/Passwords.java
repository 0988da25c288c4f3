package dev.clickpath.cli.postgres;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;

/**
 * The roles' passwords: random, made at the first start, in a file that only its owner
 * can read.
 */
public final class Passwords {

	private static final int BYTES = 24;

	static final FileAttribute<?> OWNER_ONLY = PosixFilePermissions
		.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

	private final Properties byRole;

	private Passwords(Properties byRole) {
		this.byRole = byRole;
	}

	/**
	 * Whether that file knows a password for each of the roles.
	 */
	static boolean know(Path file, List<String> roles) {
		return read(file).keySet().containsAll(roles);
	}

	/**
	 * Reads the file; a role it does not know gets a new password, which is written down.
	 */
	public static Passwords readOrCreate(Path file, List<String> roles) {
		Properties byRole = read(file);
		if (!byRole.keySet().containsAll(roles)) {
			roles.forEach((role) -> byRole.computeIfAbsent(role, (key) -> random()));
			write(file, byRole);
		}
		return new Passwords(byRole);
	}

	/**
	 * The password of one of the roles.
	 */
	public String of(String role) {
		String password = this.byRole.getProperty(role);
		if (password == null) {
			throw new IllegalArgumentException("There is no role " + role);
		}
		return password;
	}

	private static String random() {
		byte[] bytes = new byte[BYTES];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	private static Properties read(Path file) {
		Properties properties = new Properties();
		if (Files.exists(file)) {
			try (Reader reader = Files.newBufferedReader(file)) {
				properties.load(reader);
			}
			catch (IOException ex) {
				throw new UncheckedIOException("%s cannot be read".formatted(file), ex);
			}
		}
		return properties;
	}

	private static void write(Path file, Properties properties) {
		try {
			Path unfinished = file.resolveSibling(file.getFileName() + ".new");
			Files.deleteIfExists(unfinished);
			Files.createFile(unfinished, OWNER_ONLY);
			try (Writer writer = Files.newBufferedWriter(unfinished)) {
				properties.store(writer, "PostgreSQL roles of this checkout's shop");
			}
			Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be written".formatted(file), ex);
		}
	}

}
