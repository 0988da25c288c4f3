package dev.clickpath.gateway.listening;

import org.jspecify.annotations.Nullable;

/**
 * The configured certificate or its key cannot be used. The message is one sentence: what
 * is wrong, and what to do.
 */
final class UnusableCertificateException extends RuntimeException {

	UnusableCertificateException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

}
