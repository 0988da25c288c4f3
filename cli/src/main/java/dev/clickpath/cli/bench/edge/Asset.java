package dev.clickpath.cli.bench.edge;

import dev.clickpath.cli.http.Codings;

/**
 * Something the origin has, in the two codings it is asked for.
 */
final class Asset {

	static final Asset SMALL = new Asset("/assets/10k.css", 10 * 1024);

	static final Asset LARGE = new Asset("/assets/100k.css", 100 * 1024);

	private final String path;

	private final byte[] plain;

	private final byte[] brotli;

	private Asset(String path, int length) {
		this.path = path;
		this.plain = Filler.body(path, length);
		boolean encodes = Codings.decodable().contains(Codings.BROTLI);
		this.brotli = encodes ? Codings.encode(Codings.BROTLI, this.plain) : new byte[0];
	}

	String path() {
		return this.path;
	}

	/** Not to be changed. */
	byte[] plain() {
		return this.plain;
	}

	/** Not to be changed. */
	byte[] brotli() {
		return this.brotli;
	}

}
