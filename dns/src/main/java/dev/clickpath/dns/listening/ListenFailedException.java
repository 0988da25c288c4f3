package dev.clickpath.dns.listening;

import java.io.IOException;
import java.net.BindException;

import org.jspecify.annotations.Nullable;

/**
 * A port could not be listened on.
 */
public final class ListenFailedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	ListenFailedException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * Says what is wrong and what to do.
	 * @param setting the option that chooses another port
	 */
	public static ListenFailedException of(int port, String setting, IOException cause) {
		String message = (cause instanceof BindException) ? "Port " + port
				+ " is taken or may not be used: end the program that has it, or choose another with " + setting + "."
				: "The name server cannot listen on port " + port + ": " + cause;
		return new ListenFailedException(message, cause);
	}

}
