package dev.clickpath.catalog.ranking;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads texts that come again and again, and remembers them.
 */
final class SharedTexts {

	private static final int MOST = 20_000;

	private final Map<String, List<Chunk>> known = new ConcurrentHashMap<>();

	private final Chunks texts;

	SharedTexts(Chunks texts) {
		this.texts = texts;
	}

	List<Chunk> of(String text) {
		List<Chunk> chunks = this.known.get(text);
		if (chunks == null) {
			chunks = List.copyOf(this.texts.of(text));
			if (this.known.size() < MOST) {
				this.known.put(text, chunks);
			}
		}
		return chunks;
	}

}
