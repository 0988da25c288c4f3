package dev.clickpath.cli.bench;

/**
 * A page that a shopper asks for.
 *
 * @param path path and query
 * @param cookie who asks, as the {@code Cookie} field says it; empty for a stranger
 */
record Request(String path, String cookie) {

	static Request ofStranger(String path) {
		return new Request(path, "");
	}

	String line() {
		return this.path + "\t" + this.cookie;
	}

}
