package dev.clickpath.catalog.ranking;

import java.io.IOException;
import java.util.Objects;

import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.Collector;
import org.apache.lucene.search.LeafCollector;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.jspecify.annotations.Nullable;

/**
 * Counts the products that a query finds and keeps the best of them.
 */
final class ProductCollector implements Collector {

	/** At most this share is added to the score of a product of the category meant. */
	private static final double AFFINITY = 0.5;

	/**
	 * At most this share is added for popularity, rating and stock: less than lies
	 * between a word in a title and one in a description.
	 */
	private static final double STANDING = 0.08;

	private final Snapshot snapshot;

	private final Counts counts;

	private final @Nullable Best best;

	private final Order order;

	private final boolean scored;

	private final @Nullable Meaning meaning;

	/**
	 * @param best what is kept, or null to count only
	 * @param scored whether the scores mean something
	 * @param meaning what is meant by the words, or null
	 */
	ProductCollector(Snapshot snapshot, Counts counts, @Nullable Best best, Order order, boolean scored,
			@Nullable Meaning meaning) {
		this.snapshot = snapshot;
		this.counts = counts;
		this.best = best;
		this.order = order;
		this.scored = scored;
		this.meaning = meaning;
	}

	/**
	 * What it counted.
	 */
	Counts counts() {
		return this.counts;
	}

	/**
	 * What it kept.
	 */
	Best best() {
		return Objects.requireNonNull(this.best, "It has only counted");
	}

	/**
	 * Adds what another one found elsewhere.
	 */
	void add(ProductCollector other) {
		this.counts.add(other.counts);
		if (this.best != null) {
			other.best().inOrder().forEach(this.best::offer);
		}
	}

	@Override
	public ScoreMode scoreMode() {
		return (this.best != null && this.scored) ? ScoreMode.COMPLETE : ScoreMode.COMPLETE_NO_SCORES;
	}

	@Override
	public LeafCollector getLeafCollector(LeafReaderContext context) throws IOException {
		Counts.Segment segment = this.counts.in(this.snapshot.columns(context));
		if (this.best == null) {
			return new CountingLeaf(segment);
		}
		return new RankingLeaf(segment, this.best, context.reader(), context.docBase);
	}

	private record CountingLeaf(Counts.Segment segment) implements LeafCollector {

		@Override
		public void setScorer(Scorable scorer) {
			// Nothing is scored.
		}

		@Override
		public void collect(int document) {
			this.segment.add(document);
		}

	}

	private final class RankingLeaf implements LeafCollector {

		private final Counts.Segment segment;

		private final Best best;

		private final int base;

		private final NumericDocValues tie;

		private final @Nullable NumericDocValues key;

		private final @Nullable NumericDocValues second;

		private @Nullable Scorable scorer;

		RankingLeaf(Counts.Segment segment, Best best, LeafReader reader, int base) throws IOException {
			this.segment = segment;
			this.best = best;
			this.base = base;
			this.tie = DocValues.getNumeric(reader, Fields.TIE);
			this.key = values(reader, ProductCollector.this.order.field());
			this.second = values(reader, ProductCollector.this.order.second());
		}

		private static @Nullable NumericDocValues values(LeafReader reader, @Nullable String field) throws IOException {
			return (field != null) ? DocValues.getNumeric(reader, field) : null;
		}

		@Override
		public void setScorer(Scorable scorer) {
			this.scorer = scorer;
		}

		@Override
		public void collect(int document) throws IOException {
			this.segment.add(document);
			float score = (ProductCollector.this.scored && this.scorer != null) ? this.scorer.score() : 0;
			int tier = (score >= Queries.TIER) ? 1 : 0;
			double key = (this.key != null) ? ProductCollector.this.order.sign() * value(this.key, document)
					: relevance(score - tier * Queries.TIER);
			if (this.best.hasPlace(tier, key)) {
				double ofSecond = (this.second != null) ? value(this.second, document) : 0;
				this.best.offer(new Best.Entry(this.base + document, tier, key, ofSecond, value(this.tie, document)));
			}
		}

		private double relevance(double score) {
			Meaning meant = ProductCollector.this.meaning;
			double ofKind = (meant != null) ? meant.share(this.segment.kind()) : 0;
			return score * (1 + AFFINITY * ofKind)
					* (1 + STANDING * this.segment.standing() / ProductDocument.BEST_STANDING);
		}

		private static long value(NumericDocValues values, int document) throws IOException {
			return values.advanceExact(document) ? values.longValue() : 0;
		}

	}

}
