package dev.clickpath.edge.disk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

import dev.clickpath.edge.caching.CacheKey;

/**
 * What stands for a key in the index and in the names of files: half a SHA-256, which
 * nobody finds two keys for.
 */
record Digest(long high, long low) {

	static Digest of(CacheKey key) {
		ByteBuffer hash = hash(key.scheme() + '\n' + key.host() + '\n' + key.target());
		return new Digest(hash.getLong(), hash.getLong());
	}

	static ByteBuffer hash(String text) {
		try {
			return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
