package dev.clickpath.catalog.feed;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.clickpath.catalog.seed.Slug;
import org.jspecify.annotations.Nullable;

/**
 * The pictures of products that bring none: a drawing of their kind in one of the shop's
 * colourways. The same product always gets the same one. What is on other hosts is never
 * shown, since a browser would have to fetch it there.
 */
public final class Artwork {

	/** As the shop's own pages have it, with or without a fingerprint. */
	private static final Pattern OWN = Pattern
		.compile("(?:https?://[^/]+)?/media/([a-z0-9-]{1,40}/[a-z0-9-]{1,40})(?:\\.[0-9a-f]+)?\\.svg");

	private static final List<String> COLOURWAYS = List.of("forest", "sage", "ocean", "navy", "sky", "teal", "slate",
			"graphite", "stone", "cream", "sand", "mustard", "terracotta", "rust", "berry", "rose", "lilac", "plum",
			"oak", "copper");

	/** What people call colours that have no colourway of their name. */
	private static final Map<String, String> COLOURS = Map.ofEntries(Map.entry("black", "ink"),
			Map.entry("grey", "graphite"), Map.entry("gray", "graphite"), Map.entry("silver", "steel"),
			Map.entry("blue", "ocean"), Map.entry("green", "forest"), Map.entry("olive", "moss"),
			Map.entry("yellow", "mustard"), Map.entry("gold", "mustard"), Map.entry("orange", "terracotta"),
			Map.entry("pink", "rose"), Map.entry("purple", "plum"), Map.entry("violet", "lilac"),
			Map.entry("brown", "walnut"), Map.entry("beige", "sand"), Map.entry("ivory", "cream"),
			Map.entry("turquoise", "teal"), Map.entry("burgundy", "berry"), Map.entry("bronze", "copper"),
			Map.entry("moss", "moss"), Map.entry("ink", "ink"), Map.entry("white", "white"), Map.entry("red", "red"),
			Map.entry("walnut", "walnut"), Map.entry("steel", "steel"));

	private final Map<String, String> drawings = new HashMap<>();

	private final List<String> others;

	private int mostWords;

	private Artwork(List<String> others) {
		this.others = others;
	}

	/**
	 * Reads a file of drawings and what they stand for.
	 */
	public static Artwork of(List<String> lines) {
		List<String> others = new ArrayList<>();
		Artwork artwork = new Artwork(others);
		for (String line : lines) {
			int colon = line.indexOf(':');
			if (!line.startsWith("#") && colon > 0) {
				String drawing = line.substring(0, colon).strip();
				List<String> kinds = Arrays.stream(line.substring(colon + 1).split(",", -1))
					.map(String::strip)
					.toList();
				if (drawing.equals("*")) {
					others.addAll(kinds);
				}
				else {
					kinds.forEach((kind) -> artwork.add(drawing, words(kind)));
				}
			}
		}
		if (others.isEmpty()) {
			throw new IllegalArgumentException("The drawings lack the line of those that stand for anything else");
		}
		return artwork;
	}

	private void add(String drawing, List<String> kind) {
		this.drawings.put(String.join(" ", kind), drawing);
		this.mostWords = Math.max(this.mostWords, kind.size());
	}

	/**
	 * The drawing of a kind of thing.
	 * @param levels from the widest kind to the narrowest; the narrowest that has a
	 * drawing decides
	 * @param other where none has, or null for one that stands for anything
	 */
	String drawing(List<String> levels, @Nullable String other) {
		for (String level : levels.reversed()) {
			String drawing = find(words(level));
			if (drawing != null) {
				return drawing;
			}
		}
		return (other != null) ? other : pick(this.others, levels.getLast());
	}

	/** The longest kind, and of those the one nearest to the end: there the thing is. */
	private @Nullable String find(List<String> words) {
		for (int length = Math.min(this.mostWords, words.size()); length > 0; length--) {
			for (int from = words.size() - length; from >= 0; from--) {
				String drawing = this.drawings.get(String.join(" ", words.subList(from, from + length)));
				if (drawing != null) {
					return drawing;
				}
			}
		}
		return null;
	}

	private static List<String> words(String text) {
		return Arrays.stream(Slug.of(text).split("-", -1))
			.filter((word) -> !word.equals("and"))
			.map(Artwork::singular)
			.toList();
	}

	private static String singular(String word) {
		if (word.endsWith("ies") && word.length() > 4) {
			return word.substring(0, word.length() - 3) + "y";
		}
		if (word.endsWith("ches") || word.endsWith("shes") || word.endsWith("xes")) {
			return word.substring(0, word.length() - 2);
		}
		return (word.endsWith("s") && !word.endsWith("ss") && word.length() > 3) ? word.substring(0, word.length() - 1)
				: word;
	}

	/**
	 * The picture of a product: its own when that is one of the shop's, else the drawing
	 * in the colour that it has, or in any.
	 */
	public String picture(Offer offer, String drawing) {
		if (offer.imageLink() != null) {
			Matcher own = OWN.matcher(offer.imageLink());
			if (own.matches()) {
				return own.group(1);
			}
		}
		return drawing + "/" + colourway(offer);
	}

	private static String colourway(Offer offer) {
		if (offer.colour() != null) {
			for (String word : Slug.of(offer.colour()).split("-", -1)) {
				String colourway = COLOURWAYS.contains(word) ? word : COLOURS.get(word);
				if (colourway != null) {
					return colourway;
				}
			}
		}
		return pick(COLOURWAYS, offer.id());
	}

	private static String pick(List<String> all, String name) {
		int hash = name.hashCode() * 0x9e3779b9;
		return all.get((hash >>> 16) % all.size());
	}

}
