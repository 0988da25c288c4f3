package dev.clickpath.edge.tls;

import org.jspecify.annotations.Nullable;

/**
 * The configured certificate or its key cannot be used. The message is one sentence: what
 * is wrong, and what to do.
 */
public final class UnusableCertificateException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UnusableCertificateException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
