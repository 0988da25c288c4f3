package dev.clickpath.gateway.discovery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name that is resolved, and the port at which each instance answers.
 */
record HostAndPort(String host, int port) {

	private static final Pattern FORM = Pattern.compile("([^:/]+):(\\d{1,5})");

	/**
	 * Reads {@code storefront:8111}; Spring looks for this method.
	 * @throws IllegalArgumentException when it is anything else
	 */
	public static HostAndPort valueOf(String text) {
		Matcher matcher = FORM.matcher(text);
		int port = matcher.matches() ? Integer.parseInt(matcher.group(2)) : 0;
		if (port < 1 || port > Storefront.LAST_PORT) {
			throw new IllegalArgumentException("\"" + text + "\" should be a name and a port: storefront:8111");
		}
		return new HostAndPort(matcher.group(1), port);
	}

}
