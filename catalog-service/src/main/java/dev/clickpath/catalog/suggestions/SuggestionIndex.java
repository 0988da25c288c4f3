package dev.clickpath.catalog.suggestions;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.clickpath.catalog.ranking.WordAnalyzer;
import dev.clickpath.catalog.ranking.WordAnalyzer.Word;
import dev.clickpath.catalog.suggestions.Suggestion.Highlight;
import dev.clickpath.catalog.suggestions.Suggestion.Kind;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;

/**
 * Finds what has a word beginning with each of the words typed.
 */
final class SuggestionIndex implements Closeable {

	static final int MOST = 8;

	/** So many places are the shelves' when there are products enough for the others. */
	private static final int SHELVES = 4;

	private static final Sort BEST_FIRST = new Sort(new SortField(SuggestionDocument.WEIGHT, SortField.Type.LONG, true),
			new SortField(SuggestionDocument.TEXT, SortField.Type.STRING),
			new SortField(SuggestionDocument.ID, SortField.Type.STRING));

	private final Directory directory;

	private final WordAnalyzer analyzer;

	private final DirectoryReader reader;

	private final IndexSearcher searcher;

	SuggestionIndex(Directory directory, WordAnalyzer analyzer) throws IOException {
		this.directory = directory;
		this.analyzer = analyzer;
		this.reader = DirectoryReader.open(directory);
		this.searcher = new IndexSearcher(this.reader);
	}

	List<Suggestion> suggest(String typed) throws IOException {
		List<String> prefixes = this.analyzer.words(typed).stream().map(Word::word).distinct().toList();
		if (prefixes.isEmpty() || this.reader.numDocs() == 0) {
			return List.of();
		}
		List<Suggestion> shelves = find(prefixes, SuggestionDocument.SHELF);
		List<Suggestion> products = find(prefixes, SuggestionDocument.PRODUCT);
		int shelvesShown = Math.min(shelves.size(), Math.max(SHELVES, MOST - products.size()));
		List<Suggestion> suggestions = new ArrayList<>(shelves.subList(0, shelvesShown));
		suggestions.addAll(products.subList(0, Math.min(products.size(), MOST - shelvesShown)));
		return List.copyOf(suggestions);
	}

	private List<Suggestion> find(List<String> prefixes, String group) throws IOException {
		BooleanQuery.Builder query = new BooleanQuery.Builder();
		query.add(new TermQuery(new Term(SuggestionDocument.GROUP, group)), Occur.FILTER);
		for (String prefix : prefixes) {
			query.add(new PrefixQuery(new Term(SuggestionDocument.WORDS, prefix)), Occur.FILTER);
		}
		StoredFields stored = this.searcher.storedFields();
		List<Suggestion> found = new ArrayList<>();
		for (ScoreDoc hit : this.searcher.search(query.build(), MOST, BEST_FIRST).scoreDocs) {
			found.add(suggestion(stored.document(hit.doc), prefixes));
		}
		return found;
	}

	private Suggestion suggestion(Document document, List<String> prefixes) {
		String text = document.get(SuggestionDocument.TEXT);
		return new Suggestion(Kind.valueOf(document.get(SuggestionDocument.KIND)), text, highlights(text, prefixes),
				document.get(SuggestionDocument.ID), document.get(SuggestionDocument.SLUG),
				document.get(SuggestionDocument.DEPARTMENT));
	}

	private List<Highlight> highlights(String text, List<String> prefixes) {
		List<Highlight> highlights = new ArrayList<>();
		for (Word word : this.analyzer.words(text)) {
			prefixes.stream()
				.filter(word.word()::startsWith)
				.mapToInt(String::length)
				.max()
				.ifPresent((length) -> highlights
					.add(new Highlight(word.start(), Math.min(word.end(), word.start() + length))));
		}
		return List.copyOf(highlights);
	}

	@Override
	public void close() throws IOException {
		this.reader.close();
		this.directory.close();
	}

}
