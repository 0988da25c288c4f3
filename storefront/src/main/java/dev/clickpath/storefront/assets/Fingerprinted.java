package dev.clickpath.storefront.assets;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;

import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Something under an address that names its content, so that it may be kept for good by
 * whoever fetches it, from whichever site.
 *
 * @param content the bytes, not to be changed
 * @param type what they are
 * @param fingerprint the beginning of their SHA-256, in hexadecimal digits
 */
@SuppressWarnings("ArrayRecordComponent")
public record Fingerprinted(byte[] content, MediaType type, String fingerprint) {

	private static final CacheControl FOR_GOOD = CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

	public static Fingerprinted of(byte[] content, MediaType type) {
		return new Fingerprinted(content, type, fingerprint(content));
	}

	/**
	 * The answer to a request for it. Conditional requests are answered by the entity
	 * tag.
	 */
	public ResponseEntity<byte[]> answer() {
		return answer(FOR_GOOD);
	}

	/**
	 * The answer under an address that does not change with the content.
	 */
	ResponseEntity<byte[]> answerForADay() {
		return answer(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
	}

	private ResponseEntity<byte[]> answer(CacheControl freshness) {
		return ResponseEntity.ok()
			.cacheControl(freshness)
			.eTag(this.fingerprint)
			.contentType(this.type)
			.header("Access-Control-Allow-Origin", "*")
			.header("Timing-Allow-Origin", "*")
			.header("Cross-Origin-Resource-Policy", "cross-origin")
			.header("X-Content-Type-Options", "nosniff")
			// Else Spring, which does not know the endings, calls it "f.txt".
			.header("Content-Disposition", "inline")
			.body(this.content);
	}

	/**
	 * The answer to a request for something that is not there, or not any more.
	 */
	public static ResponseEntity<byte[]> missing() {
		return ResponseEntity.notFound()
			.cacheControl(CacheControl.noStore())
			.header("Access-Control-Allow-Origin", "*")
			.build();
	}

	private static String fingerprint(byte[] content) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
			return HexFormat.of().formatHex(digest, 0, 8);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java platform has SHA-256", ex);
		}
	}

}
