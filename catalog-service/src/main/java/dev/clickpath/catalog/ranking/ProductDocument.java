package dev.clickpath.catalog.ranking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import dev.clickpath.catalog.product.Attribute;
import dev.clickpath.catalog.product.Product;
import dev.clickpath.catalog.ranking.Part.Link;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/**
 * Writes products down as the index has them. Of their fields only the id can be read
 * back: everything that is shown comes from the database.
 */
final class ProductDocument {

	/** Before a whole title, and a title without the brand or the variant. */
	static final String TITLE = "title:";

	/** Before a whole model number or id. */
	static final String MODEL = "model:";

	/** Before a whole brand. */
	static final String BRAND = "brand:";

	static final int BEST_STANDING = 1_000;

	/** Of more kinds only the category counts: what a word means is a share of each. */
	private static final int MOST_KINDS = 4_000;

	private static final FieldType WEIGHTED = type(IndexOptions.DOCS_AND_FREQS);

	private static final FieldType PRESENT = type(IndexOptions.DOCS);

	private final Shelves shelves;

	private final ShelfNames names;

	private final Chunks texts;

	/** For the texts that many products share. */
	private final SharedTexts shelfTexts;

	private final Affinity affinity;

	ProductDocument(Shelves shelves, ShelfNames names, Chunks texts, Affinity affinity) {
		this.shelves = shelves;
		this.names = names;
		this.texts = texts;
		this.shelfTexts = new SharedTexts(texts);
		this.affinity = affinity;
	}

	private static FieldType type(IndexOptions options) {
		FieldType type = new FieldType();
		type.setIndexOptions(options);
		type.setOmitNorms(true);
		type.setTokenized(true);
		type.freeze();
		return type;
	}

	/**
	 * The document of a product.
	 * @param isNew whether the index does not have it yet: what a product is called is
	 * learnt once, however often its price changes
	 */
	Document of(Product product, boolean isNew) {
		Document document = new Document();
		String kindName = kindName(product);
		int kind = kind(product.category(), kindName);
		document.add(new StringField(Fields.ID, product.id(), Store.NO));
		document.add(new BinaryDocValuesField(Fields.ID, new BytesRef(product.id())));
		document.add(new NumericDocValuesField(Fields.TIE, tie(product.id())));
		document.add(new StringField(Fields.DEPARTMENT, product.department(), Store.NO));
		document.add(new StringField(Fields.CATEGORY, product.category(), Store.NO));
		document.add(new StringField(Fields.BRAND, Shelves.brand(product.brand()), Store.NO));
		document.add(new NumericDocValuesField(Fields.SHELF, shelf(product, kind)));
		document.add(new NumericDocValuesField(Fields.OFFER, offer(product)));
		addNumber(document, Fields.PRICE, product.price().amount());
		addNumber(document, Fields.RATING, hundredths(product.ratings().average()));
		document.add(new NumericDocValuesField(Fields.RATING_COUNT, product.ratings().count()));
		document.add(new NumericDocValuesField(Fields.POPULARITY, product.popularity()));
		document.add(new NumericDocValuesField(Fields.LAUNCHED, product.launched().toEpochDay()));
		addFlags(document, product);
		addAttributes(document, product);
		List<List<Chunk>> named = addWords(document, product, kindName);
		if (isNew) {
			this.affinity.learn(named, kind);
		}
		return document;
	}

	private long shelf(Product product, int kind) {
		return Packed.shelf(this.shelves.departments().number(product.department()),
				this.shelves.categories().number(product.category()), kind,
				this.shelves.brands().number(product.brand()));
	}

	private int kind(String category, String name) {
		Dictionary kinds = this.shelves.kinds();
		String kind = category + '\n' + name;
		boolean counts = kinds.size() < MOST_KINDS || kinds.known(kind) != null;
		return kinds.number(counts ? kind : category + '\n');
	}

	/** Empty where the category says all there is to say. */
	private static String kindName(Product product) {
		return product.attributes().stream().filter(Attribute::isKind).map(Attribute::value).findFirst().orElse("");
	}

	private static long offer(Product product) {
		return Packed.offer(product.price().amount(), (long) product.ratings().average(), product.stock() > 0,
				product.oldPrice() != null, standing(product));
	}

	/** Something to filter and to order by. */
	private static void addNumber(Document document, String field, long value) {
		document.add(new LongPoint(field, value));
		document.add(new NumericDocValuesField(field, value));
	}

	private static void addFlags(Document document, Product product) {
		if (product.stock() > 0) {
			document.add(new StringField(Fields.FLAG, Fields.IN_STOCK, Store.NO));
		}
		if (product.oldPrice() != null) {
			document.add(new StringField(Fields.FLAG, Fields.ON_SALE, Store.NO));
		}
	}

	private void addAttributes(Document document, Product product) {
		Set<Integer> numbers = new HashSet<>();
		List<String> terms = new ArrayList<>();
		for (Attribute attribute : product.attributes()) {
			Integer number = this.shelves.attributes().number(attribute);
			if (number != null && numbers.add(number)) {
				terms.add(this.shelves.attributes().term(number));
				document.add(new SortedNumericDocValuesField(Fields.ATTRIBUTE, number));
			}
		}
		if (!terms.isEmpty()) {
			document.add(new Field(Fields.ATTRIBUTE, new PresentTerms(terms), PRESENT));
		}
	}

	/**
	 * Adds the words of all texts.
	 * @return what the product is called
	 */
	private List<List<Chunk>> addWords(Document document, Product product, String kindName) {
		List<Chunk> brand = this.shelfTexts.of(product.brand());
		List<Chunk> title = Titles.joined(this.texts.of(product.title()), brand);
		List<Chunk> category = this.shelfTexts.of(this.names.of(product.category()));
		List<Chunk> kind = this.shelfTexts.of(kindName);
		TermWeights weights = new TermWeights();
		Set<String> spelling = new HashSet<>();
		Set<String> names = new HashSet<>();
		add(weights, spelling, title, TextField.TITLE);
		names.addAll(weights.last());
		add(weights, spelling, brand, TextField.BRAND);
		names.addAll(weights.last());
		add(weights, spelling, category, TextField.CATEGORY);
		names.addAll(weights.last());
		add(weights, spelling, kind, TextField.CATEGORY);
		names.addAll(weights.last());
		add(weights, spelling, this.shelfTexts.of(this.names.of(product.department())), TextField.DEPARTMENT);
		StringBuilder values = new StringBuilder();
		product.attributes()
			.stream()
			.filter(Predicate.not(Attribute::isKind))
			.forEach((attribute) -> values.append(attribute.value()).append('\n'));
		add(weights, spelling, this.texts.of(values.toString()), TextField.ATTRIBUTE);
		weights.add(this.texts.of(product.description()), TextField.DESCRIPTION);
		document.add(new Field(Fields.WORDS, new WeightedTerms(weights.all()), WEIGHTED));
		document.add(new Field(Fields.NAMES, new PresentTerms(names), PRESENT));
		document.add(new Field(Fields.SPELLING, new PresentTerms(spelling), PRESENT));
		addWholes(document, product, title, brand);
		return List.of(title, category, kind);
	}

	private static void add(TermWeights weights, Set<String> spelling, List<Chunk> chunks, TextField field) {
		weights.add(chunks, field);
		for (Chunk chunk : chunks) {
			if (chunk.isWord() && chunk.surface().length() >= Speller.SHORTEST) {
				spelling.add(chunk.surface());
			}
		}
	}

	private void addWholes(Document document, Product product, List<Chunk> title, List<Chunk> brand) {
		Set<String> wholes = new LinkedHashSet<>();
		wholes.add(TITLE + Question.whole(title));
		List<Chunk> phrase = firstPhrase(title);
		wholes.add(TITLE + Question.whole(phrase));
		int rest = Titles.rest(phrase, brand);
		if (rest > 0 && phrase.size() > rest + 1) {
			wholes.add(TITLE + Question.whole(phrase.subList(rest, phrase.size())));
		}
		wholes.add(BRAND + Question.whole(brand));
		wholes.add(MODEL + Question.whole(this.texts.of(product.id())));
		for (Attribute attribute : product.attributes()) {
			if (Attributes.isModel(attribute.name())) {
				wholes.add(MODEL + Question.whole(this.texts.of(attribute.value())));
			}
		}
		document.add(new Field(Fields.WHOLE, new PresentTerms(wholes), PRESENT));
	}

	private static List<Chunk> firstPhrase(List<Chunk> title) {
		List<Chunk> phrase = new ArrayList<>();
		for (Chunk chunk : title) {
			if (!phrase.isEmpty() && chunk.link() == Link.APART) {
				break;
			}
			phrase.add(chunk);
		}
		return phrase;
	}

	/**
	 * Ratings are kept as they are told, so that none is found under a limit above it.
	 */
	private static long hundredths(double rating) {
		return Math.round(rating * 100);
	}

	/**
	 * The lowest rating that a limit lets pass: a hundred times 4.4 is a little more than
	 * 440.
	 */
	static long leastHundredths(double limit) {
		return (long) Math.ceil(limit * 100 - 1e-9);
	}

	/**
	 * What buyers make of it, 0 to {@link #BEST_STANDING}. A few ratings say little: they
	 * are drawn towards the middle.
	 */
	private static long standing(Product product) {
		int ratings = product.ratings().count();
		double rating = (product.ratings().average() * ratings + 3.5 * 20) / (ratings + 20.0);
		double popularity = Math.clamp(product.popularity(), 0, 100) / 100.0;
		double all = 0.55 * popularity + 0.25 * Math.clamp((rating - 1) / 4, 0, 1) + ((product.stock() > 0) ? 0.2 : 0);
		return Math.round(all * BEST_STANDING);
	}

	/** Spreads ids evenly, the same in every instance (Steele et al. 2014, mix64). */
	private static long tie(String id) {
		long hash = 0;
		for (int i = 0; i < id.length(); i++) {
			hash = hash * 0x100000001b3L + id.charAt(i);
		}
		hash = (hash ^ (hash >>> 30)) * 0xbf58476d1ce4e5b9L;
		hash = (hash ^ (hash >>> 27)) * 0x94d049bb133111ebL;
		return hash ^ (hash >>> 31);
	}

}
