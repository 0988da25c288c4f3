package dev.clickpath.edge.tls;

import org.jspecify.annotations.Nullable;

/**
 * What was read is no identity.
 */
final class BadIdentityException extends Exception {

	private static final long serialVersionUID = 1L;

	/** What is to blame. */
	enum Part {

		CERTIFICATE, KEY

	}

	private final Part part;

	BadIdentityException(Part part, @Nullable Throwable cause) {
		super(part.name(), cause);
		this.part = part;
	}

	Part part() {
		return this.part;
	}

}
