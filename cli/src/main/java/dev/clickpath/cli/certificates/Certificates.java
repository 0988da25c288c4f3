package dev.clickpath.cli.certificates;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.stream.Stream;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Problem;

/**
 * The folder with the authority and the certificate of this machine's listeners. The
 * authority is made once and never replaced by itself, since people may have told their
 * browsers to trust it; the certificate is renewed whenever it has to be.
 *
 * @param folder where both are
 */
public record Certificates(Path folder) {

	/** Long before browsers complain. */
	private static final Duration LEFT = Duration.ofDays(30);

	private static final String REMEDY = "delete the folder to get a new one, which has to be trusted again.";

	public Certificates(Home home) {
		this(home.certificates());
	}

	/** The authority's certificate, which people trust. */
	public Path authority() {
		return this.folder.resolve("authority.pem");
	}

	/** What a listener shows. */
	public Path certificate() {
		return this.folder.resolve("localhost.pem");
	}

	/** The key of what a listener shows. */
	public Path privateKey() {
		return this.folder.resolve("localhost-key.pem");
	}

	private Path authorityKey() {
		return this.folder.resolve("authority-key.pem");
	}

	/**
	 * The SHA-256 fingerprint of the authority's certificate, as browsers show it.
	 * @throws Problem when there is no authority
	 */
	public String fingerprint() {
		try {
			byte[] certificate = Pem.read(authority(), Pem.CERTIFICATE);
			return HexFormat.ofDelimiter(":")
				.withUpperCase()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
		}
		catch (IOException ex) {
			throw new Problem(
					"There is no certificate authority in %s yet; ./clickpath up makes it.".formatted(this.folder), ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every JDK has SHA-256", ex);
		}
	}

	/**
	 * Sees to it that both are there and good.
	 * @throws Problem when there is an authority that cannot be used
	 */
	public void prepare(InstantSource clock) {
		Instant now = clock.instant();
		Authority authority = isAbsent() ? create(now) : existing(now);
		if (!isGood(authority, now)) {
			authority.issue(now).write(certificate(), privateKey());
		}
	}

	/** A half-made folder never stands in the final place. */
	private Authority create(Instant now) {
		Path unfinished = this.folder.resolveSibling(this.folder.getFileName() + ".unfinished");
		Home.delete(unfinished);
		Authority authority = Authority.create(now);
		try {
			Files.createDirectories(unfinished.getParent());
			Files.createDirectory(unfinished,
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
			Certificates within = new Certificates(unfinished);
			authority.identity().write(within.authority(), within.authorityKey());
			authority.issue(now).write(within.certificate(), within.privateKey());
			Files.deleteIfExists(this.folder);
			Files.move(unfinished, this.folder);
			return authority;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be written".formatted(this.folder), ex);
		}
	}

	private Authority existing(Instant now) {
		try {
			Authority authority = new Authority(Identity.read(authority(), authorityKey()));
			if (authority.identity().certificate().getNotAfter().toInstant().isBefore(now.plus(LEFT))) {
				throw new Problem("The certificate authority in %s ends on %tF; %s".formatted(this.folder,
						authority.identity().certificate().getNotAfter(), REMEDY));
			}
			return authority;
		}
		catch (IOException ex) {
			throw new Problem("The certificate authority in %s is not whole; put back what is missing, or %s"
				.formatted(this.folder, REMEDY), ex);
		}
	}

	private boolean isGood(Authority authority, Instant now) {
		try {
			Identity identity = Identity.read(certificate(), privateKey());
			return authority.issued(identity.certificate()) && authority.isForAllNames(identity.certificate())
					&& identity.certificate().getNotAfter().toInstant().isAfter(now.plus(LEFT));
		}
		catch (IOException ex) {
			return false;
		}
	}

	private boolean isAbsent() {
		if (!Files.exists(this.folder)) {
			return true;
		}
		try (Stream<Path> content = Files.list(this.folder)) {
			return content.findAny().isEmpty();
		}
		catch (NotDirectoryException ex) {
			throw new Problem(
					"%s is a file where the certificates' folder belongs; move it away.".formatted(this.folder), ex);
		}
		catch (IOException ex) {
			throw new Problem("The folder %s cannot be read; give it to yourself.".formatted(this.folder), ex);
		}
	}

}
