package dev.clickpath.cli.click.timeline;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What TLS agreed on.
 *
 * @param version such as TLSv1.3
 * @param cipher the cipher suite
 * @param alpn the protocol that was negotiated, if any was
 * @param resumed whether an earlier session went on, so that the server had to show no
 * certificate (RFC 8446, section 2.2)
 * @param certificate whose server it is, if that is known
 * @param time how long it took
 */
public record Handshake(String version, String cipher, @Nullable String alpn, boolean resumed,
		@Nullable Certificate certificate, Span time) {

	/**
	 * The server's certificate.
	 *
	 * @param subject whose it is
	 * @param issuer who vouches for it
	 * @param ends until when it is good
	 */
	public record Certificate(String subject, String issuer, Instant ends) {

	}

}
