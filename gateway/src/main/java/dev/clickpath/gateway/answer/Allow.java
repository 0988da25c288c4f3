package dev.clickpath.gateway.answer;

/**
 * The methods that mean something to the gateway (RFC 9110, section 10.2.1); it passes on
 * any other but {@code CONNECT} and {@code TRACE} as well.
 */
public final class Allow {

	public static final String NAME = "Allow";

	public static final String VALUE = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

	private Allow() {
	}

}
