package dev.clickpath.catalog.seed;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * The text of the data files by name: {@code departments.yaml},
 * {@code families/kitchen.yaml}.
 */
public final class CatalogueFiles {

	private final SortedMap<String, String> texts;

	public CatalogueFiles(Map<String, String> texts) {
		this.texts = new TreeMap<>(texts);
	}

	/**
	 * The text of a file that must be there.
	 */
	String text(String name) {
		String text = this.texts.get(name);
		if (text == null) {
			throw new CatalogueException("The catalogue's data file " + name
					+ " is missing: add it, or take what refers to it out of departments.yaml.");
		}
		return text;
	}

	void forEachIn(String prefix, BiConsumer<String, String> action) {
		this.texts.forEach((name, text) -> {
			if (name.startsWith(prefix)) {
				action.accept(name, text);
			}
		});
	}

	/**
	 * A fingerprint of the names and contents of all files: equal for equal catalogues.
	 */
	public String hash() {
		MessageDigest digest = Hashing.sha256();
		this.texts.forEach((name, text) -> {
			digest.update(name.getBytes(StandardCharsets.UTF_8));
			digest.update((byte) 0);
			digest.update(text.getBytes(StandardCharsets.UTF_8));
			digest.update((byte) 0);
		});
		return HexFormat.of().formatHex(digest.digest());
	}

}
