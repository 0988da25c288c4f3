package dev.clickpath.edge.encoding;

/**
 * The codings the edge knows (RFC 9110, section 8.4.1; RFC 7932; RFC 8878), the densest
 * first: that is the order of choice where the client does not mind.
 */
public enum ContentCoding {

	BROTLI("br"), ZSTANDARD("zstd"), GZIP("gzip"), IDENTITY("identity");

	private final String token;

	ContentCoding(String token) {
		this.token = token;
	}

	/**
	 * Its name in {@code Accept-Encoding} and {@code Content-Encoding}.
	 */
	public String token() {
		return this.token;
	}

}
