package dev.clickpath.catalog.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.clickpath.catalog.product.Product;
import dev.clickpath.catalog.product.Ratings;
import dev.clickpath.catalog.seed.Catalogue;
import dev.clickpath.catalog.seed.Catalogue.CategoryEntry;
import dev.clickpath.catalog.seed.Catalogue.DepartmentEntry;
import dev.clickpath.catalog.seed.WrittenReview;
import dev.clickpath.catalog.seed.WrittenReviews;
import tools.jackson.databind.json.JsonMapper;

/**
 * Copies a catalogue into empty tables.
 */
final class CatalogueRows {

	/**
	 * Of so many products there is something written to read. A large catalogue has
	 * further editions of the same things, which people have rated and no more.
	 */
	private static final int REVIEWED = 5_000;

	private final Connection connection;

	private final JsonMapper jsonMapper;

	CatalogueRows(Connection connection, JsonMapper jsonMapper) {
		this.connection = connection;
		this.jsonMapper = jsonMapper;
	}

	void copy(Catalogue catalogue, Stream<Product> products) throws SQLException {
		copyDepartments(catalogue.departments());
		copyCategories(catalogue.departments());
		WrittenReviews reviews = new WrittenReviews(catalogue);
		List<WrittenReview> written = new ArrayList<>();
		copyProducts(products, reviews, written);
		copyReviews(written);
	}

	private void copyDepartments(List<DepartmentEntry> departments) throws SQLException {
		try (CopyRows rows = new CopyRows(this.connection, "department (position, slug, name, tagline)")) {
			for (DepartmentEntry department : departments) {
				rows.add(departments.indexOf(department), department.slug(), department.name(), department.tagline());
			}
		}
	}

	private void copyCategories(List<DepartmentEntry> departments) throws SQLException {
		try (CopyRows rows = new CopyRows(this.connection, "category (department, position, slug, name, drawing)")) {
			for (DepartmentEntry department : departments) {
				for (CategoryEntry category : department.categories()) {
					rows.add(department.slug(), department.categories().indexOf(category), category.slug(),
							category.name(), category.drawing());
				}
			}
		}
	}

	private void copyProducts(Stream<Product> products, WrittenReviews reviews, List<WrittenReview> written)
			throws SQLException {
		int[] reviewed = { 0 };
		try (CopyRows rows = new CopyRows(this.connection, """
				product (id, slug, title, brand, department, category, currency, price, old_price, ratings, stock, \
				supply, picture, description, attributes, family, variant, label, colour, popularity, launched)""");
				products) {
			products.forEach((product) -> {
				rows.add(product.id(), product.slug(), product.title(), product.brand(), product.department(),
						product.category(), product.price().currency(), product.price().amount(),
						(product.oldPrice() != null) ? product.oldPrice().amount() : null, array(product.ratings()),
						product.stock(), product.stock(), product.picture(), product.description(),
						this.jsonMapper.writeValueAsString(product.attributes()), product.family(), product.variant(),
						product.label(), product.colour(), product.popularity(), product.launched());
				if (reviewed[0]++ < REVIEWED) {
					written.addAll(reviews.of(product));
				}
			});
		}
	}

	private static String array(Ratings ratings) {
		return ratings.counts().stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"));
	}

	private void copyReviews(List<WrittenReview> written) throws SQLException {
		try (CopyRows rows = new CopyRows(this.connection,
				"review (product, name, stars, title, text, bought, language, written_at)")) {
			written.forEach((review) -> rows.add(review.product(), review.name(), review.stars(), review.title(),
					review.text(), review.bought(), review.language(), review.writtenAt()));
		}
	}

}
