package dev.clickpath.catalog.ranking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader.CacheKey;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.util.Bits;
import org.jspecify.annotations.Nullable;

/**
 * The index as it was at one moment.
 *
 * @param searcher for one thread: the cores belong to other searches
 * @param together for searches that find so much that several threads share it
 * @param terms words that were asked for, and where they are
 * @param columns by segment
 */
record Snapshot(DirectoryReader reader, IndexSearcher searcher, IndexSearcher together, Cache<Term, TermStates> terms,
		Map<CacheKey, Columns> columns) {

	/**
	 * The weight at which a word counts half. The lengths of texts are in the weights
	 * already.
	 */
	private static final float HALF = 35;

	/** A word that is looked up has to be looked for in every segment. */
	private static final int MOST_TERMS = 2_000;

	/** So many products take longer to go through than to share among threads. */
	private static final int MANY = 20_000;

	/** Two for each core: whoever is done with one takes the next. */
	private static final int SHARES = 2 * Runtime.getRuntime().availableProcessors();

	/** Shares a search evenly, whatever the segments are like. */
	private static final class Together extends IndexSearcher {

		Together(DirectoryReader reader, Executor executor) {
			super(reader, executor);
		}

		@Override
		protected LeafSlice[] slices(List<LeafReaderContext> segments) {
			int products = segments.stream().mapToInt((segment) -> segment.reader().maxDoc()).sum();
			return slices(segments, 1 + products / SHARES, Integer.MAX_VALUE, true);
		}

	}

	/**
	 * @param executor for what takes one thread too long
	 * @param known columns of segments, of which most are the same as before
	 */
	static Snapshot of(DirectoryReader reader, Executor executor, Map<CacheKey, Columns> known) throws IOException {
		Map<CacheKey, Columns> columns = new HashMap<>();
		for (LeafReaderContext segment : reader.leaves()) {
			Columns before = known.get(key(segment));
			columns.put(key(segment), (before != null) ? before : Columns.of(segment.reader()));
		}
		return new Snapshot(reader, searcher(new IndexSearcher(reader)), searcher(new Together(reader, executor)),
				Caffeine.newBuilder().maximumSize(MOST_TERMS).executor(Runnable::run).build(), Map.copyOf(columns));
	}

	private static CacheKey key(LeafReaderContext segment) {
		return segment.reader().getCoreCacheHelper().getKey();
	}

	/**
	 * The columns of a segment.
	 */
	Columns columns(LeafReaderContext segment) {
		return Objects.requireNonNull(this.columns.get(key(segment)), "Each segment has columns");
	}

	private static IndexSearcher searcher(IndexSearcher searcher) {
		searcher.setSimilarity(new BM25Similarity(HALF, 0));
		// What is often asked for is answered from a cache; the filters' results change
		// too often to be kept.
		searcher.setQueryCache(null);
		return searcher;
	}

	/**
	 * Searches what finds about so many products.
	 */
	<C extends Collector, R> R search(Query query, int products, CollectorManager<C, R> manager) throws IOException {
		return ((products > MANY) ? this.together : this.searcher).search(query, manager);
	}

	/**
	 * What has a word.
	 */
	Query having(String field, String text) {
		Term term = new Term(field, text);
		return new TermQuery(term, states(term));
	}

	/**
	 * How many products have a word.
	 */
	int documents(String term) {
		return documents(Fields.WORDS, term);
	}

	/**
	 * How much it tells to have it: the inverse document frequency as BM25 has it.
	 */
	double rarity(Concept concept) {
		int documents = concept.documents(this::documents);
		return Math.log(1 + (this.reader.numDocs() - documents + 0.5) / (documents + 0.5));
	}

	/**
	 * How many products are called that as a whole.
	 */
	int wholes(String whole) {
		return documents(Fields.WHOLE, whole);
	}

	/**
	 * How many products have a word spelled like that.
	 */
	int spelled(String word) {
		return documents(Fields.SPELLING, word);
	}

	private int documents(String field, String text) {
		return states(new Term(field, text)).docFreq();
	}

	private TermStates states(Term term) {
		return this.terms.get(term, (unknown) -> {
			try {
				return TermStates.build(this.searcher, unknown, true);
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		});
	}

	/**
	 * Where a product stands, as {@link Packed} has it, or null when it is not there.
	 */
	@Nullable Long shelf(String id) throws IOException {
		for (LeafReaderContext segment : this.reader.leaves()) {
			PostingsEnum found = segment.reader().postings(new Term(Fields.ID, id), PostingsEnum.NONE);
			Bits live = segment.reader().getLiveDocs();
			while (found != null && found.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
				if (live == null || live.get(found.docID())) {
					return columns(segment).shelf(found.docID());
				}
			}
		}
		return null;
	}

	/**
	 * How many products have all of it, counted no further than a limit.
	 */
	int count(Collection<Concept> concepts, int limit) {
		return count(new Queries(this).every(concepts), limit);
	}

	/**
	 * How many products a query finds, counted no further than a limit.
	 */
	int count(Query query, int limit) {
		try {
			return Limited.count(this.searcher, query, limit);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
