package dev.clickpath.edge.proxying;

import java.io.IOException;
import java.net.BindException;

import org.jspecify.annotations.Nullable;

/**
 * A port could not be listened on.
 */
public final class ListenFailedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private ListenFailedException(String message, @Nullable Throwable cause) {
		super(message, cause);
	}

	/**
	 * Says what is wrong and what to do.
	 * @param setting the option that chooses another port
	 */
	public static ListenFailedException of(int port, String setting, @Nullable Throwable cause) {
		String message = isTaken(cause) ? "Port " + port
				+ " is taken or may not be used: end the program that has it, or choose another with " + setting + "."
				: "The edge cannot listen on port " + port + ": " + cause;
		return new ListenFailedException(message, cause);
	}

	/**
	 * Says why there is no HTTP/3 and what to do.
	 */
	static ListenFailedException ofHttp3(int port, @Nullable Throwable cause) {
		String what = isTaken(cause) ? "UDP port " + port + " is taken or may not be used"
				: "the edge cannot listen on UDP port " + port + " (" + cause + ")";
		return new ListenFailedException("There is no HTTP/3, since " + what + ": end the program that has it and start"
				+ " the edge again, choose another with --clickpath.edge.tls.port, or do without it with"
				+ " --clickpath.edge.tls.http3=false.", cause);
	}

	/** The native transports have an exception of their own for it. */
	private static boolean isTaken(@Nullable Throwable cause) {
		return cause instanceof BindException
				|| (cause instanceof IOException && String.valueOf(cause.getMessage()).startsWith("bind("));
	}

}
