package dev.clickpath.cli.soak;

import java.util.List;

/**
 * Something the origin has.
 *
 * @param path where
 * @param length of its first version; later ones are a little longer
 * @param text whether it can be compressed
 * @param policy what caches may do with it
 * @param tags by which it can be purged
 */
record Resource(String path, long length, boolean text, Policy policy, List<String> tags) {

	private static final int GROWTH = 61;

	private static final int STEPS = 7;

	private static final long LARGE = 1 << 20;

	Content content(long version) {
		return Content.of(this.path, version, this.length + version % STEPS * GROWTH, this.text);
	}

	String contentType() {
		return this.text ? "text/css" : "image/webp";
	}

	static String entityTag(long version) {
		return "\"" + version + "\"";
	}

	boolean isLarge() {
		return this.length >= LARGE;
	}

}
