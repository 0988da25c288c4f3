package dev.clickpath.catalog.ranking;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.core.KeywordTokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * The base forms of English words. Those after Krovetz (1993) are words themselves, and
 * hardly ever of something else; the loose ones after Porter (1980) bring "camping" and
 * "camper" together, and sometimes too much.
 */
final class Stems {

	private static final int LARGEST_CACHE = 100_000;

	/** What says nothing about a product. */
	private static final Set<String> LITTLE = Set.of("a", "an", "and", "are", "as", "at", "be", "by", "for", "from",
			"in", "into", "is", "it", "my", "of", "on", "or", "our", "such", "that", "the", "their", "then", "there",
			"these", "they", "this", "to", "was", "will", "with", "your");

	/**
	 * Those that make one word with the one beside them: in-ear, clip-on, a-line.
	 */
	private static final Set<String> BINDING = Set.of("a", "by", "in", "it", "on", "to");

	private static final Map<String, String> IRREGULAR = Map.ofEntries(Map.entry("mice", "mouse"),
			Map.entry("knives", "knife"), Map.entry("shelves", "shelf"), Map.entry("loaves", "loaf"),
			Map.entry("scarves", "scarf"), Map.entry("leaves", "leaf"), Map.entry("wolves", "wolf"),
			Map.entry("men", "man"), Map.entry("women", "woman"), Map.entry("children", "child"),
			Map.entry("feet", "foot"), Map.entry("teeth", "tooth"), Map.entry("geese", "goose"),
			Map.entry("batteries", "battery"), Map.entry("glasses", "glass"), Map.entry("lenses", "lens"));

	private final Map<String, String> known = new ConcurrentHashMap<>(IRREGULAR);

	private final Map<String, String> knownLoose = new ConcurrentHashMap<>();

	private final Stemmer stemmer = new Stemmer(KStemFilter::new);

	private final Stemmer looseStemmer = new Stemmer(PorterStemFilter::new);

	static boolean isLittle(String word) {
		return LITTLE.contains(word);
	}

	static boolean isBinding(String word) {
		return BINDING.contains(word);
	}

	String of(String word) {
		return (word.length() < 3) ? word : remembered(word, this.known, this.stemmer);
	}

	String looseOf(String word) {
		return (word.length() < 4) ? word : remembered(word, this.knownLoose, this.looseStemmer);
	}

	private static String remembered(String word, Map<String, String> known, Stemmer stemmer) {
		String stem = known.get(word);
		if (stem == null) {
			stem = stemmer.stem(word);
			if (known.size() < LARGEST_CACHE) {
				known.put(word, stem);
			}
		}
		return stem;
	}

	private static final class Stemmer {

		private final Tokenizer word = new KeywordTokenizer();

		private final TokenStream stems;

		private final CharTermAttribute stem;

		Stemmer(Function<TokenStream, TokenStream> filter) {
			this.stems = filter.apply(this.word);
			this.stem = this.stems.getAttribute(CharTermAttribute.class);
		}

		synchronized String stem(String text) {
			try {
				this.word.setReader(new StringReader(text));
				this.stems.reset();
				String found = this.stems.incrementToken() ? this.stem.toString() : text;
				this.stems.end();
				this.stems.close();
				return found;
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

}
