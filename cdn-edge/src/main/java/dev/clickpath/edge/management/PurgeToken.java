package dev.clickpath.edge.management;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What whoever purges has to show.
 */
final class PurgeToken {

	private static final Logger logger = LoggerFactory.getLogger(PurgeToken.class);

	private static final int BYTES = 24;

	private static final String SCHEME = "Bearer ";

	private final byte[] token;

	private PurgeToken(String token) {
		this.token = token.getBytes(StandardCharsets.UTF_8);
	}

	static PurgeToken of(PurgeProperties properties) {
		if (!properties.purgeToken().isBlank()) {
			return new PurgeToken(properties.purgeToken().strip());
		}
		Path file = properties.purgeTokenFile();
		if (file == null) {
			String token = random();
			logger.info("The token for purging, until the edge stops: {}", token);
			return new PurgeToken(token);
		}
		try {
			return new PurgeToken(readOrWrite(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The purge token cannot be kept in " + file, ex);
		}
	}

	private static String readOrWrite(Path file) throws IOException {
		String present = Files.exists(file) ? Files.readString(file).strip() : "";
		if (!present.isEmpty()) {
			return present;
		}
		String token = random();
		Path unfinished = file.resolveSibling(file.getFileName() + ".new");
		Files.deleteIfExists(unfinished);
		Files.createFile(unfinished,
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(unfinished, token);
		Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		return token;
	}

	private static String random() {
		byte[] bytes = new byte[BYTES];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/**
	 * Whether the token was shown (RFC 6750, section 2.1). How long it takes to find out
	 * tells nothing of the token.
	 */
	boolean isShownBy(@Nullable String authorization) {
		return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
				&& MessageDigest.isEqual(this.token,
						authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
	}

}
