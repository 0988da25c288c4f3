package dev.clickpath.catalog.suggestions;

import java.util.LinkedHashSet;
import java.util.Set;

import dev.clickpath.catalog.ranking.WordReader;
import dev.clickpath.catalog.ranking.WordReader.Word;
import dev.clickpath.catalog.suggestions.Suggestion.Kind;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/**
 * A suggestion as its index has it.
 */
final class SuggestionDocument {

	static final String KIND = "kind";

	static final String GROUP = "group";

	/** Departments, categories and brands. */
	static final String SHELF = "shelf";

	/** Words to search for. */
	static final String QUERY = "query";

	static final String PRODUCT = "product";

	/** What it is replaced by: the kind and what is unique of that. */
	static final String KEY = "key";

	static final String TEXT = "text";

	static final String WORD = "word";

	/**
	 * The beginnings of words that are too many to be put together when they are typed.
	 */
	static final String BEGINNING = "beginning";

	static final int LONGEST_BEGINNING = 3;

	static final String ID = "id";

	static final String SLUG = "slug";

	static final String DEPARTMENT = "department";

	private static final String WEIGHT = "weight";

	private static final String TIE = "tie";

	/** How the index lies, too: the first that are found are the best. */
	static final Sort BEST_FIRST = new Sort(new SortField(WEIGHT, SortField.Type.LONG, true),
			new SortField(TIE, SortField.Type.LONG));

	private SuggestionDocument() {
	}

	/**
	 * The document of a suggestion.
	 * @param weight what counts among suggestions of one kind, 0 to 100
	 */
	static Document of(Suggestion suggestion, String key, int weight, WordReader reader) {
		Document document = new Document();
		document.add(new StoredField(KIND, suggestion.kind().name()));
		document.add(new StringField(GROUP, group(suggestion.kind()), Store.NO));
		document.add(new StringField(KEY, key(suggestion.kind(), key), Store.NO));
		document.add(new StoredField(TEXT, suggestion.text()));
		document.add(new NumericDocValuesField(WEIGHT, suggestion.kind().weight() + weight));
		document.add(new NumericDocValuesField(TIE,
				suggestion.text().length() * 0x100000000L + suggestion.text().hashCode()));
		addWords(document, suggestion.text(), reader);
		addStored(document, ID, suggestion.id());
		addStored(document, SLUG, suggestion.slug());
		addStored(document, DEPARTMENT, suggestion.department());
		return document;
	}

	private static void addWords(Document document, String text, WordReader reader) {
		Set<String> words = new LinkedHashSet<>();
		Set<String> beginnings = new LinkedHashSet<>();
		for (Word word : reader.wordsAndJoined(text)) {
			words.add(word.word());
			for (int length = 1; length <= Math.min(LONGEST_BEGINNING, word.word().length()); length++) {
				beginnings.add(word.word().substring(0, length));
			}
		}
		words.forEach((word) -> document.add(new StringField(WORD, word, Store.NO)));
		beginnings.forEach((beginning) -> document.add(new StringField(BEGINNING, beginning, Store.NO)));
	}

	private static void addStored(Document document, String field, @Nullable String value) {
		if (value != null) {
			document.add(new StringField(field, value, Field.Store.YES));
		}
	}

	private static String group(Kind kind) {
		return switch (kind) {
			case DEPARTMENT, CATEGORY, BRAND -> SHELF;
			case QUERY -> QUERY;
			case PRODUCT -> PRODUCT;
		};
	}

	static String key(Kind kind, String key) {
		return kind.name() + ' ' + key;
	}

}
