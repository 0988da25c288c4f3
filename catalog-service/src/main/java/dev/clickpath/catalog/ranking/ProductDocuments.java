package dev.clickpath.catalog.ranking;

import java.io.IOException;

import dev.clickpath.catalog.product.Product;
import org.apache.lucene.document.Document;
import org.apache.lucene.facet.FacetsConfig.DrillDownTermsIndexing;
import org.apache.lucene.facet.FacetsConfig;

/**
 * How one index writes its products down.
 */
final class ProductDocuments {

	private final ShelfNames names;

	private final WordAnalyzer analyzer = WordAnalyzer.english();

	private final FacetsConfig facets = new FacetsConfig();

	ProductDocuments(ShelfNames names) {
		this.names = names;
		this.facets.setDrillDownTermsIndexing(Fields.DEPARTMENT, DrillDownTermsIndexing.NONE);
		this.facets.setDrillDownTermsIndexing(Fields.CATEGORY, DrillDownTermsIndexing.NONE);
		this.facets.setDrillDownTermsIndexing(Fields.BRAND, DrillDownTermsIndexing.NONE);
	}

	Document of(Product product) throws IOException {
		return this.facets.build(ProductDocument.of(product, this.names));
	}

	ShelfNames names() {
		return this.names;
	}

	WordAnalyzer analyzer() {
		return this.analyzer;
	}

	FacetsConfig facets() {
		return this.facets;
	}

}
