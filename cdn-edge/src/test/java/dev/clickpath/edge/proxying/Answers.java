package dev.clickpath.edge.proxying;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/**
 * What tests ask of answers.
 */
final class Answers {

	private Answers() {
	}

	static byte[] octets(String text) {
		return text.getBytes(StandardCharsets.ISO_8859_1);
	}

	/** With the ends of lines that HTTP has. */
	static String lines(String text) {
		return text.replace("\n", "\r\n");
	}

	static String text(HttpResponse<byte[]> answer) {
		return new String(answer.body(), StandardCharsets.ISO_8859_1);
	}

	/** The first line of that name, or nothing. */
	static String header(HttpResponse<?> answer, String name) {
		return answer.headers().firstValue(name).orElse("");
	}

	/** Without the name of the cache and the key, which are the same in all. */
	static String cacheStatus(HttpResponse<?> answer) {
		return header(answer, "Cache-Status").replaceFirst("^clickpath-edge; ", "").replaceFirst("; key=.*", "");
	}

}
