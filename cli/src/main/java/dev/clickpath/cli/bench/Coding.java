package dev.clickpath.cli.bench;

/**
 * The content coding that answers are asked for in (RFC 9110, section 8.4.1).
 */
enum Coding {

	PLAIN("identity"), GZIP("gzip");

	private final String token;

	Coding(String token) {
		this.token = token;
	}

	String token() {
		return this.token;
	}

}
