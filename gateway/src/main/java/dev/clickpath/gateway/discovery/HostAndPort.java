package dev.clickpath.gateway.discovery;

/**
 * A name that is resolved, and the port at which each instance answers.
 */
record HostAndPort(String host, int port) {

	/**
	 * Reads {@code storefront:8111}; Spring looks for this method.
	 * @throws IllegalArgumentException when it is anything else
	 */
	public static HostAndPort valueOf(String text) {
		int colon = text.lastIndexOf(':');
		if (colon < 1) {
			throw new IllegalArgumentException("\"" + text + "\" should be a name and a port: storefront:8111");
		}
		return new HostAndPort(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)));
	}

}
