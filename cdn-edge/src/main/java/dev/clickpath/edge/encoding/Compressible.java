package dev.clickpath.edge.encoding;

import java.util.Locale;
import java.util.Set;

import dev.clickpath.edge.caching.StoredResponse;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is worth compressing.
 */
public final class Compressible {

	/** Below this the codings' own overhead eats the gain. */
	private static final int SMALLEST = 256;

	/** Above this the time and memory are not well spent in one go. */
	private static final int LARGEST = 4 * 1024 * 1024;

	private static final Set<String> TYPES = Set.of("application/javascript", "application/json", "application/xml",
			"application/wasm", "application/manifest+json", "application/rss+xml", "application/xhtml+xml",
			"application/vnd.ms-fontobject", "font/ttf", "font/otf", "image/svg+xml", "image/bmp", "image/x-icon",
			"image/vnd.microsoft.icon");

	private Compressible() {
	}

	/**
	 * Whether a stored body may be encoded ({@code no-transform} forbids it, RFC 9111,
	 * section 5.2.2.6) and would gain by it.
	 */
	public static boolean isCompressible(StoredResponse response, int length) {
		return response.status() == 200 && length >= SMALLEST && length <= LARGEST && !response.forbidsTransforming()
				&& !response.fields().has("Content-Encoding")
				&& isCompressibleType(response.fields().first("Content-Type"));
	}

	private static boolean isCompressibleType(@Nullable String contentType) {
		if (contentType == null) {
			return false;
		}
		int semicolon = contentType.indexOf(';');
		String type = ((semicolon < 0) ? contentType : contentType.substring(0, semicolon)).strip()
			.toLowerCase(Locale.ROOT);
		return type.startsWith("text/") || type.endsWith("+json") || type.endsWith("+xml") || TYPES.contains(type);
	}

}
