package dev.clickpath.catalog.suggestions;

import dev.clickpath.catalog.suggestions.Suggestion.Kind;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * A suggestion as its index has it.
 */
final class SuggestionDocument {

	static final String KIND = "kind";

	static final String GROUP = "group";

	static final String SHELF = "shelf";

	static final String PRODUCT = "product";

	static final String TEXT = "text";

	static final String WORDS = "words";

	static final String WEIGHT = "weight";

	static final String ID = "id";

	static final String SLUG = "slug";

	static final String DEPARTMENT = "department";

	private SuggestionDocument() {
	}

	/**
	 * @param weight what counts among suggestions of one kind, 0 to 100
	 */
	static Document of(Suggestion suggestion, int weight) {
		boolean product = suggestion.kind() == Kind.PRODUCT;
		Document document = new Document();
		document.add(new StoredField(KIND, suggestion.kind().name()));
		document.add(new StringField(GROUP, product ? PRODUCT : SHELF, Store.NO));
		document.add(new TextField(WORDS, suggestion.text(), Store.NO));
		document.add(new SortedDocValuesField(TEXT, new BytesRef(suggestion.text())));
		document.add(new StoredField(TEXT, suggestion.text()));
		document.add(new NumericDocValuesField(WEIGHT, suggestion.kind().weight() + weight));
		document.add(new SortedDocValuesField(ID, new BytesRef((suggestion.id() != null) ? suggestion.id() : "")));
		addStored(document, ID, suggestion.id());
		addStored(document, SLUG, suggestion.slug());
		addStored(document, DEPARTMENT, suggestion.department());
		return document;
	}

	private static void addStored(Document document, String field, @Nullable String value) {
		if (value != null) {
			document.add(new StoredField(field, value));
		}
	}

}
