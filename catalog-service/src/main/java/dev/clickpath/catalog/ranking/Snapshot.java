package dev.clickpath.catalog.ranking;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;

import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;

/**
 * The index as it was at one moment.
 */
record Snapshot(DirectoryReader reader, IndexSearcher searcher) {

	/**
	 * The weight at which a word counts half. The lengths of texts are in the weights
	 * already.
	 */
	private static final float HALF = 35;

	static Snapshot of(DirectoryReader reader) {
		IndexSearcher searcher = new IndexSearcher(reader);
		searcher.setSimilarity(new BM25Similarity(HALF, 0));
		// What is often asked for is answered from a cache; the filters' results change
		// too often to be kept.
		searcher.setQueryCache(null);
		return new Snapshot(reader, searcher);
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

	private int documents(String field, String term) {
		try {
			return this.reader.docFreq(new Term(field, term));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * How many products have all of it, counted no further than a limit.
	 */
	int count(Collection<Concept> concepts, int limit) {
		try {
			return Limited.count(this.searcher, Queries.every(concepts), limit);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
