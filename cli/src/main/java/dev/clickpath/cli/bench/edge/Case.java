package dev.clickpath.cli.bench.edge;

import java.util.List;

import dev.clickpath.cli.http.Codings;

/**
 * What every contestant is asked for, over and over.
 *
 * @param name what people call it
 * @param asset what is asked for
 * @param coding in which coding
 * @param protocol over what
 */
record Case(String name, Asset asset, String coding, Protocol protocol) {

	/**
	 * Without encryption.
	 */
	static List<Case> hits() {
		Case small = new Case("10 KB", Asset.SMALL, Codings.IDENTITY, Protocol.PLAIN);
		Case encoded = new Case("10 KB br", Asset.SMALL, Codings.BROTLI, Protocol.PLAIN);
		Case large = new Case("100 KB", Asset.LARGE, Codings.IDENTITY, Protocol.PLAIN);
		return Codings.decodable().contains(Codings.BROTLI) ? List.of(small, encoded, large) : List.of(small, large);
	}

	/**
	 * With it.
	 */
	static List<Case> encrypted() {
		return List.of(new Case("10 KB TLS", Asset.SMALL, Codings.IDENTITY, Protocol.TLS),
				new Case("10 KB TLS h2", Asset.SMALL, Codings.IDENTITY, Protocol.HTTP2));
	}

	boolean isLarge() {
		return this.asset.path().equals(Asset.LARGE.path());
	}

}
