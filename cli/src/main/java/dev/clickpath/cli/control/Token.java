package dev.clickpath.cli.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;

import dev.clickpath.cli.Home;
import org.jspecify.annotations.Nullable;

/**
 * What whoever works the switches has to show: made at each start, and told to who
 * started the shop only, by way of a file that is theirs alone.
 *
 * @param text the token
 */
public record Token(String text) {

	private static final int BYTES = 16;

	private static final String SCHEME = "Bearer ";

	/**
	 * Makes one and writes it down.
	 */
	static Token create(Home home) {
		byte[] bytes = new byte[BYTES];
		new SecureRandom().nextBytes(bytes);
		Token token = new Token(HexFormat.of().formatHex(bytes));
		try {
			Path file = file(home);
			Files.deleteIfExists(file);
			Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
			Files.writeString(file, token.text());
			return token;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be written".formatted(file(home)), ex);
		}
	}

	/**
	 * The one of the shop that runs.
	 */
	public static Token read(Home home) {
		try {
			return new Token(Files.readString(file(home)).strip());
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be read".formatted(file(home)), ex);
		}
	}

	static void forget(Home home) {
		Home.delete(file(home));
	}

	/**
	 * Whether it was shown (RFC 6750, section 2.1). How long it takes to find out tells
	 * nothing of it.
	 */
	boolean isShownBy(@Nullable String authorization) {
		return authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
				&& MessageDigest.isEqual(this.text.getBytes(StandardCharsets.UTF_8),
						authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
	}

	@Override
	public String toString() {
		return "a token";
	}

	private static Path file(Home home) {
		return home.run().resolve("switches-token");
	}

}
