package dev.clickpath.catalog.ranking;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import dev.clickpath.catalog.ranking.Hits.AttributeFacet;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * Searches one snapshot of the index.
 */
final class Searching {

	/**
	 * With so many products that have every word, those that have some are not wanted: no
	 * one gets there.
	 */
	private static final int ENOUGH = 100;

	private final Snapshot snapshot;

	private final Questions questions;

	private final Affinity affinity;

	private final FacetLists facets;

	Searching(Snapshot snapshot, Questions questions, Affinity affinity, FacetLists facets) {
		this.snapshot = snapshot;
		this.questions = questions;
		this.affinity = affinity;
		this.facets = facets;
	}

	/**
	 * What is searched for, put into a query.
	 *
	 * @param products how many are found at the most, going by the words alone
	 * @param scored whether its scores tell anything
	 * @param every what has every word or is called so, or null when that is all of it
	 */
	private record Plan(Query query, int products, boolean scored, @Nullable Query every, @Nullable Meaning meaning,
			boolean known, @Nullable String corrected, List<Long> priceLimits) {

	}

	Hits search(SearchQuery search) throws IOException {
		Plan plan = plan(search);
		ProductCollector found = collect(plan, search.filter(),
				() -> new ProductCollector(this.snapshot, counts(EnumSet.allOf(Counted.class), plan),
						new Best(search.page() * search.size()), search.order(), plan.scored(), plan.meaning()));
		return hits(plan, search.filter(), found.counts(), ids(found.best().inOrder(), search));
	}

	private ProductCollector collect(Plan plan, Filter filter, Supplier<ProductCollector> collectors)
			throws IOException {
		return this.snapshot.search(Queries.filtered(plan.query(), filter), plan.products(), new Gathered(collectors));
	}

	private Counts counts(Set<Counted> counted, Plan plan) {
		return new Counts(counted, this.facets.shelves(), plan.priceLimits());
	}

	private Plan plan(SearchQuery search) {
		String words = search.words();
		if (words == null) {
			return new Plan(Queries.all(), this.snapshot.reader().numDocs(), false, null, null, true, null,
					search.priceLimits());
		}
		Question question = this.questions.read(words, this.snapshot::documents);
		Queries queries = new Queries(this.snapshot);
		String corrected = (search.asTyped() || queries.isWhole(question)) ? null
				: new Speller(this.questions).correct(words, question, this.snapshot);
		if (corrected != null) {
			question = this.questions.read(corrected, this.snapshot::documents);
		}
		// A word that no product has says nothing about any of them.
		List<Concept> concepts = question.concepts()
			.stream()
			.filter((concept) -> concept.documents(this.snapshot::documents) > 0)
			.toList();
		boolean known = concepts.size() == question.concepts().size();
		Meaning meaning = this.affinity.of(question.chunks());
		int complete = this.snapshot.count(queries.every(question, concepts), ENOUGH);
		IntStream documents = concepts.stream().mapToInt((concept) -> concept.documents(this.snapshot::documents));
		Query every = queries.every(question, known ? concepts : List.of());
		// What is found, and so how much, is the same in every order; but only the order
		// by
		// relevance puts first what has every word, for any other would begin anew behind
		// it.
		boolean scored = search.order() == Order.RELEVANCE;
		if (concepts.size() < 2 || complete >= ENOUGH) {
			return new Plan(queries.ranked(question, concepts), documents.min().orElse(0), scored, known ? null : every,
					meaning, known, corrected, search.priceLimits());
		}
		Concept thing = (meaning != null) ? thing(concepts, meaning.head()) : null;
		return new Plan(queries.relaxed(question, concepts, thing, complete > 0), documents.sum(), scored, every,
				meaning, known, corrected, search.priceLimits());
	}

	private static @Nullable Concept thing(List<Concept> concepts, Chunk head) {
		return concepts.stream().filter((concept) -> concept.chunks().contains(head)).findFirst().orElse(null);
	}

	private List<String> ids(List<Best.Entry> best, SearchQuery search) throws IOException {
		List<LeafReaderContext> leaves = this.snapshot.reader().leaves();
		List<String> ids = new ArrayList<>(search.size());
		for (int i = (search.page() - 1) * search.size(); i < best.size(); i++) {
			int document = best.get(i).document();
			LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
			BinaryDocValues values = DocValues.getBinary(leaf.reader(), Fields.ID);
			if (values.advanceExact(document - leaf.docBase)) {
				ids.add(values.binaryValue().utf8ToString());
			}
		}
		return List.copyOf(ids);
	}

	private Hits hits(Plan plan, Filter filter, Counts all, List<String> ids) throws IOException {
		Map<Counted, Counts> counts = new EnumMap<>(Counted.class);
		for (Counted kind : Counted.values()) {
			boolean apart = kind != Counted.ATTRIBUTES && filter.chooses(kind);
			counts.put(kind, apart ? count(plan, filter.without(kind), kind) : all);
		}
		return new Hits(all.total(), complete(plan, filter, all), ids, plan.known(), plan.corrected(),
				this.facets.departments(of(counts, Counted.DEPARTMENTS)),
				this.facets.categories(of(counts, Counted.CATEGORIES)), this.facets.brands(of(counts, Counted.BRANDS)),
				of(counts, Counted.PRICES).prices().ranges(), this.facets.ratings(of(counts, Counted.RATINGS)),
				of(counts, Counted.STOCK).inStock(), of(counts, Counted.SALE).onSale(), attributes(plan, filter, all));
	}

	private long complete(Plan plan, Filter filter, Counts all) throws IOException {
		Query every = plan.every();
		return (every != null) ? this.snapshot.searcher().count(Queries.filtered(every, filter)) : all.total();
	}

	private static Counts of(Map<Counted, Counts> counts, Counted kind) {
		return Objects.requireNonNull(counts.get(kind));
	}

	private Counts count(Plan plan, Filter filter, Counted kind) throws IOException {
		return collect(plan, filter, () -> new ProductCollector(this.snapshot, counts(EnumSet.of(kind), plan), null,
				Order.RELEVANCE, false, null))
			.counts();
	}

	private List<AttributeFacet> attributes(Plan plan, Filter filter, Counts all) throws IOException {
		List<AttributeFacet> facets = new ArrayList<>();
		for (String key : new TreeSet<>(filter.attributes().keySet())) {
			Counts counts = count(plan, filter.withoutAttribute(key), Counted.ATTRIBUTES);
			facets.add(this.facets.attribute(counts, key));
		}
		this.facets.attributes(all)
			.stream()
			.filter((facet) -> !filter.attributes().containsKey(facet.key()))
			.forEach(facets::add);
		return List.copyOf(facets);
	}

}
