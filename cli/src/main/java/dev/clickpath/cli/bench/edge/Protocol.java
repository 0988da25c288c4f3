package dev.clickpath.cli.bench.edge;

/**
 * How a case is asked for.
 */
enum Protocol {

	/** HTTP/1.1, connections kept open. */
	PLAIN,

	/** The same over TLS. */
	TLS,

	/** HTTP/2 over TLS. */
	HTTP2;

	boolean isEncrypted() {
		return this != PLAIN;
	}

}
