package dev.clickpath.catalog.suggestions;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.clickpath.catalog.ranking.WordReader;
import dev.clickpath.catalog.ranking.WordReader.Word;
import dev.clickpath.catalog.suggestions.Suggestion.Kind;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.store.Directory;
import org.jspecify.annotations.Nullable;

/**
 * Finds what has a word beginning with each of the words typed, and when there is too
 * little of that, what has words much like them. It lies in the order of the weights, so
 * that the first few that fit are the best and no more need be looked at.
 */
public final class SuggestionIndex implements Closeable {

	static final int MOST = 8;

	/** So many places are the shelves' when there are products enough for the others. */
	private static final int SHELVES = 4;

	private static final int QUERIES = 2;

	/** Of products called the same only one is shown: more are looked at. */
	private static final int LOOKED_AT = 3 * MOST;

	private static final int MOST_WORDS = 8;

	private final Directory directory;

	private final IndexWriter writer;

	private final WordReader reader;

	private final SearcherManager searchers;

	SuggestionIndex(Directory directory, IndexWriter writer, WordReader reader) throws IOException {
		this.directory = directory;
		this.writer = writer;
		this.reader = reader;
		this.writer.commit();
		this.searchers = new SearcherManager(writer, null);
	}

	List<Suggestion> suggest(String typed) throws IOException {
		List<Typed> words = this.reader.words(typed)
			.stream()
			.map(Word::word)
			.distinct()
			.limit(MOST_WORDS)
			.map(Typed::right)
			.toList();
		if (words.isEmpty()) {
			return List.of();
		}
		IndexSearcher searcher = this.searchers.acquire();
		try {
			List<Suggestion> found = all(words, searcher);
			List<Typed> perhaps = words.stream().map(Typed::perhapsWrong).toList();
			return (found.isEmpty() && !perhaps.equals(words)) ? all(perhaps, searcher) : found;
		}
		finally {
			this.searchers.release(searcher);
		}
	}

	private List<Suggestion> all(List<Typed> typed, IndexSearcher searcher) throws IOException {
		BooleanQuery.Builder words = new BooleanQuery.Builder();
		typed.forEach((word) -> words.add(word.query(), Occur.FILTER));
		Finding finding = new Finding(searcher, words.build(), typed);
		List<Suggestion> shelves = finding.best(SuggestionDocument.SHELF, MOST);
		List<Suggestion> queries = finding.best(SuggestionDocument.QUERY, QUERIES);
		List<Suggestion> products = finding.best(SuggestionDocument.PRODUCT, MOST);
		int shelvesShown = Math.min(shelves.size(), Math.max(SHELVES, MOST - products.size() - queries.size()));
		List<Suggestion> suggestions = new ArrayList<>(shelves.subList(0, shelvesShown));
		suggestions.addAll(queries.subList(0, Math.min(queries.size(), MOST - suggestions.size())));
		suggestions.addAll(products.subList(0, Math.min(products.size(), MOST - suggestions.size())));
		return List.copyOf(suggestions);
	}

	private final class Finding {

		private final IndexSearcher searcher;

		private final Query words;

		private final List<Typed> typed;

		Finding(IndexSearcher searcher, Query words, List<Typed> typed) {
			this.searcher = searcher;
			this.words = words;
			this.typed = typed;
		}

		List<Suggestion> best(String group, int most) throws IOException {
			Query query = new BooleanQuery.Builder()
				.add(new TermQuery(new Term(SuggestionDocument.GROUP, group)), Occur.FILTER)
				.add(this.words, Occur.FILTER)
				.build();
			StoredFields stored = this.searcher.storedFields();
			Set<String> texts = new HashSet<>();
			List<Suggestion> found = new ArrayList<>();
			var best = new TopFieldCollectorManager(SuggestionDocument.BEST_FIRST, LOOKED_AT, null, 1);
			for (ScoreDoc hit : this.searcher.search(query, best).scoreDocs) {
				if (found.size() == most) {
					break;
				}
				Suggestion suggestion = suggestion(stored.document(hit.doc), this.typed);
				if (texts.add(suggestion.text())) {
					found.add(suggestion);
				}
			}
			return found;
		}

	}

	private Suggestion suggestion(Document document, List<Typed> typed) {
		String text = document.get(SuggestionDocument.TEXT);
		return new Suggestion(Kind.valueOf(document.get(SuggestionDocument.KIND)), text,
				Typed.highlights(text, this.reader.wordsAndJoined(text), typed), document.get(SuggestionDocument.ID),
				document.get(SuggestionDocument.SLUG), document.get(SuggestionDocument.DEPARTMENT));
	}

	/**
	 * What is suggested under a key now, or null.
	 */
	@Nullable Suggestion get(Kind kind, String key) throws IOException {
		return get(new Term(SuggestionDocument.KEY, SuggestionDocument.key(kind, key)));
	}

	/**
	 * What is suggested of a product now, or null.
	 */
	@Nullable Suggestion product(String id) throws IOException {
		return get(new Term(SuggestionDocument.ID, id));
	}

	/**
	 * What a title names, as {@link WordReader} tells.
	 */
	String thing(String title) {
		return this.reader.thing(title, "");
	}

	private @Nullable Suggestion get(Term term) throws IOException {
		IndexSearcher searcher = this.searchers.acquire();
		try {
			ScoreDoc[] found = searcher.search(new TermQuery(term), 1).scoreDocs;
			return (found.length > 0) ? suggestion(searcher.storedFields().document(found[0].doc), List.of()) : null;
		}
		finally {
			this.searchers.release(searcher);
		}
	}

	/**
	 * Suggests something from now on, in place of what had the same key.
	 */
	void put(Suggestion suggestion, String key, int weight) throws IOException {
		this.writer.updateDocument(new Term(SuggestionDocument.KEY, SuggestionDocument.key(suggestion.kind(), key)),
				SuggestionDocument.of(suggestion, key, weight, this.reader));
	}

	/**
	 * Suggests something no more.
	 */
	void remove(Kind kind, String key) throws IOException {
		this.writer.deleteDocuments(new Term(SuggestionDocument.KEY, SuggestionDocument.key(kind, key)));
	}

	/**
	 * Suggests a product no more.
	 */
	void removeProduct(String id) throws IOException {
		this.writer.deleteDocuments(new Term(SuggestionDocument.ID, id));
	}

	/**
	 * Makes the changes be seen.
	 */
	void refresh() throws IOException {
		this.searchers.maybeRefreshBlocking();
	}

	@Override
	public void close() throws IOException {
		this.searchers.close();
		this.writer.rollback();
		this.directory.close();
	}

}
