package dev.clickpath.cli.load.browsing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import dev.clickpath.cli.http.Codings;
import dev.clickpath.cli.load.accounting.Failure;

/**
 * What bodies say once they are unpacked. An asset says the same each time, in whatever
 * coding it comes and whether from the cache or not.
 */
public final class Bodies {

	/** In the order in which browsers name them. */
	static final String ACCEPTED = String.join(", ",
			List.of(Codings.GZIP, Codings.BROTLI, Codings.ZSTANDARD)
				.stream()
				.filter(Codings.decodable()::contains)
				.toList());

	private static final int LONGEST = 16 * 1024 * 1024;

	private final Map<String, Integer> assets = new ConcurrentHashMap<>();

	/**
	 * The plain body.
	 * @throws WrongAnswerException if it cannot be unpacked
	 */
	static byte[] plain(Answer answer, String name) throws WrongAnswerException {
		String coding = answer.field("Content-Encoding").orElse(Codings.IDENTITY).strip();
		if (coding.equals(Codings.IDENTITY) || answer.body().length == 0) {
			return answer.body();
		}
		try (InputStream plain = Codings.decode(coding, new ByteArrayInputStream(answer.body()))) {
			byte[] read = plain.readNBytes(LONGEST + 1);
			if (read.length <= LONGEST) {
				return read;
			}
			throw new WrongAnswerException(Failure.WRONG_CONTENT,
					"%s unpacks to more than %d bytes".formatted(name, LONGEST));
		}
		catch (IOException ex) {
			throw new WrongAnswerException(Failure.WRONG_CONTENT,
					"%s is not whole %s (%s)".formatted(name, coding, ex.getMessage()));
		}
	}

	/**
	 * Compares an asset to what it was when somebody had it first.
	 * @throws WrongAnswerException if it differs
	 */
	void compare(String name, byte[] plain) throws WrongAnswerException {
		int hash = Arrays.hashCode(plain);
		Integer before = this.assets.putIfAbsent(name, hash);
		if (before != null && before != hash) {
			throw new WrongAnswerException(Failure.WRONG_CONTENT,
					"%s is another one than it was before".formatted(name));
		}
	}

}
