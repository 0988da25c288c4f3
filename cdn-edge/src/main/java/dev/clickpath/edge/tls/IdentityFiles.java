package dev.clickpath.edge.tls;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;

/**
 * Where the edge's identity lies.
 *
 * @param certificate the PEM file with the certificate chain
 * @param privateKey the PEM file with its private key
 */
public record IdentityFiles(Path certificate, Path privateKey) {

	private static final String SETTINGS = "or name another with %s";

	private static final String CERTIFICATE_SETTING = SETTINGS.formatted("clickpath.edge.tls.certificate");

	private static final String KEY_SETTING = SETTINGS.formatted("clickpath.edge.tls.private-key");

	/**
	 * Reads both files and sees to it that they can be used.
	 * @throws UnusableCertificateException when they cannot
	 */
	public Identity read(Vertx vertx) {
		Buffer chain = content(this.certificate, "certificate", CERTIFICATE_SETTING);
		Buffer key = content(this.privateKey, "private key", KEY_SETTING);
		try {
			return Identity.of(vertx, chain, key);
		}
		catch (BadIdentityException ex) {
			throw switch (ex.part()) {
				case CERTIFICATE -> new UnusableCertificateException(
						"%s holds no certificate in PEM: mend it, %s.".formatted(this.certificate, CERTIFICATE_SETTING),
						ex);
				case KEY -> new UnusableCertificateException(
						"%s holds no private key in PEM that belongs to the certificate %s: put it there, %s."
							.formatted(this.privateKey, this.certificate, KEY_SETTING),
						ex);
			};
		}
	}

	/**
	 * Tells two states of the files apart without reading them.
	 */
	String stamp() {
		return stamp(this.certificate) + ' ' + stamp(this.privateKey);
	}

	private static String stamp(Path file) {
		try {
			return Files.getLastModifiedTime(file) + " " + Files.size(file) + " " + file.toRealPath();
		}
		catch (IOException ex) {
			return "absent";
		}
	}

	private static Buffer content(Path file, String what, String setting) {
		try {
			return Buffer.buffer(Files.readAllBytes(file));
		}
		catch (IOException ex) {
			throw new UnusableCertificateException(
					"The %s %s cannot be read (%s): put it there and give it to the user the edge runs as, %s."
						.formatted(what, file, reason(ex, file), setting),
					ex);
		}
	}

	private static String reason(IOException failure, Path file) {
		if (failure instanceof AccessDeniedException) {
			return "no permission";
		}
		return Files.exists(file) ? "it is no file" : "it does not exist";
	}

}
