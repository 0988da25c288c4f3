package dev.clickpath.catalog.ranking;

import java.util.stream.Collectors;

import dev.clickpath.catalog.product.Attribute;
import dev.clickpath.catalog.product.Product;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.FeatureField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesFacetField;
import org.apache.lucene.util.BytesRef;

/**
 * A product as the index has it. Of its fields only the id can be read back: everything
 * that is shown comes from the database.
 */
final class ProductDocument {

	private ProductDocument() {
	}

	static Document of(Product product, ShelfNames names) {
		Document document = new Document();
		document.add(new StringField(Fields.ID, product.id(), Store.YES));
		document.add(new SortedDocValuesField(Fields.ID, new BytesRef(product.id())));
		addChoice(document, Fields.DEPARTMENT, product.department());
		addChoice(document, Fields.CATEGORY, product.category());
		addChoice(document, Fields.BRAND, product.brand());
		addNumber(document, Fields.PRICE, product.price().amount());
		addNumber(document, Fields.RATING, tenths(product.ratings().average()));
		document.add(new NumericDocValuesField(Fields.RATING_COUNT, product.ratings().count()));
		document.add(new NumericDocValuesField(Fields.POPULARITY, product.popularity()));
		document.add(new NumericDocValuesField(Fields.LAUNCHED, product.launched().toEpochDay()));
		// A feature must be more than nothing.
		document.add(new FeatureField(Fields.FEATURES, Fields.POPULARITY, product.popularity() + 1));
		if (product.stock() > 0) {
			document.add(new StringField(Fields.FLAG, Fields.IN_STOCK, Store.NO));
		}
		if (product.oldPrice() != null) {
			document.add(new StringField(Fields.FLAG, Fields.ON_SALE, Store.NO));
		}
		addWords(document, product, names);
		return document;
	}

	private static void addWords(Document document, Product product, ShelfNames names) {
		document.add(new TextField(Fields.TITLE_WORDS, product.title(), Store.NO));
		document.add(new TextField(Fields.BRAND_WORDS, product.brand(), Store.NO));
		document.add(new TextField(Fields.CATEGORY_WORDS, names.of(product.category()), Store.NO));
		document.add(new TextField(Fields.DEPARTMENT_WORDS, names.of(product.department()), Store.NO));
		String attributes = product.attributes().stream().map(Attribute::value).collect(Collectors.joining("\n"));
		document.add(new TextField(Fields.ATTRIBUTE_WORDS, attributes, Store.NO));
		document.add(new TextField(Fields.DESCRIPTION_WORDS, product.description(), Store.NO));
	}

	/** Something to filter by and to count. */
	private static void addChoice(Document document, String field, String value) {
		document.add(new StringField(field, value, Store.NO));
		document.add(new SortedSetDocValuesFacetField(field, value));
	}

	/** Something to filter and to order by. */
	private static void addNumber(Document document, String field, long value) {
		document.add(new LongPoint(field, value));
		document.add(new NumericDocValuesField(field, value));
	}

	/** Ratings are kept in tenths, so that a limit of 4.4 finds a rating of 4.4. */
	static long tenths(double rating) {
		return Math.round(rating * 10);
	}

}
