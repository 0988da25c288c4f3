package dev.clickpath.edge.disk;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.clickpath.edge.caching.CacheKey;
import org.jspecify.annotations.Nullable;

/**
 * The file of one object: a newer object for the same requests takes its place.
 *
 * @param key the key it is stored under
 * @param variant stands for what {@code Vary} names, as it stood in the request
 */
record FileName(Digest key, long variant) implements Comparable<FileName> {

	private static final Pattern FORM = Pattern.compile("([0-9a-f]{16})([0-9a-f]{16})-([0-9a-f]{16})");

	private static final Comparator<FileName> ORDER = Comparator.comparingLong((FileName name) -> name.key().high())
		.thenComparingLong((name) -> name.key().low())
		.thenComparingLong(FileName::variant);

	static FileName of(CacheKey key, Map<String, String> selecting) {
		StringBuilder text = new StringBuilder();
		new TreeMap<>(selecting).forEach((name, value) -> text.append(name).append('=').append(value).append('\n'));
		return new FileName(Digest.of(key), Digest.hash(text.toString()).getLong());
	}

	/**
	 * The object whose file has this name, or null where it is no such file.
	 */
	static @Nullable FileName parse(Path file) {
		Matcher matcher = FORM.matcher(String.valueOf(file.getFileName()));
		if (!matcher.matches()) {
			return null;
		}
		return new FileName(new Digest(number(matcher, 1), number(matcher, 2)), number(matcher, 3));
	}

	private static long number(Matcher matcher, int group) {
		return HexFormat.fromHexDigitsToLong(matcher.group(group));
	}

	/** The files of one key are neighbours. */
	@Override
	public int compareTo(FileName other) {
		return ORDER.compare(this, other);
	}

	/**
	 * In one of 256 folders: no folder has too many files.
	 */
	Path in(Path root) {
		String text = toString();
		return root.resolve(text.substring(0, 2)).resolve(text);
	}

	@Override
	public String toString() {
		HexFormat hex = HexFormat.of();
		return hex.toHexDigits(this.key.high()) + hex.toHexDigits(this.key.low()) + '-' + hex.toHexDigits(this.variant);
	}

}
