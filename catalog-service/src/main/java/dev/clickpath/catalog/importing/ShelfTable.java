package dev.clickpath.catalog.importing;

import java.util.List;

import dev.clickpath.catalog.feed.FeedShelves.Category;
import dev.clickpath.catalog.feed.FeedShelves.Department;
import org.jspecify.annotations.Nullable;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The departments and categories in the database, in the order of the menu.
 */
final class ShelfTable {

	private final JdbcClient jdbcClient;

	ShelfTable(JdbcClient jdbcClient) {
		this.jdbcClient = jdbcClient;
	}

	List<Department> departments() {
		return this.jdbcClient.sql("select slug, name, tagline from department order by position, slug")
			.query((row, number) -> new Department(row.getString("slug"), row.getString("name"),
					row.getString("tagline")))
			.list();
	}

	List<Category> categories() {
		return this.jdbcClient.sql("select slug, department, name, drawing from category order by position, slug")
			.query((row, number) -> new Category(row.getString("slug"), row.getString("department"),
					row.getString("name"), row.getString("drawing")))
			.list();
	}

	/**
	 * The currency of the products' prices, null when there are none.
	 */
	@Nullable String currency() {
		return this.jdbcClient.sql("select currency from product limit 1").query(String.class).optional().orElse(null);
	}

	/**
	 * Adds what is new, and puts all in their order.
	 */
	void putUp(List<Department> departments, List<Category> categories) {
		for (int i = 0; i < departments.size(); i++) {
			Department department = departments.get(i);
			this.jdbcClient.sql("""
					insert into department (slug, position, name, tagline) values (?, ?, ?, ?) \
					on conflict (slug) do update set position = excluded.position""")
				.params(department.slug(), i, department.name(), department.tagline())
				.update();
		}
		for (int i = 0; i < categories.size(); i++) {
			Category category = categories.get(i);
			this.jdbcClient.sql("""
					insert into category (slug, department, position, name, drawing) values (?, ?, ?, ?, ?) \
					on conflict (slug) do update set position = excluded.position""")
				.params(category.slug(), category.department(), i, category.name(), category.drawing())
				.update();
		}
	}

	/**
	 * Takes away what is none of these; no product is there any more.
	 */
	void takeDown(List<Department> departments, List<Category> categories) {
		this.jdbcClient.sql("delete from category where slug <> all(?)")
			.param(categories.stream().map(Category::slug).toArray(String[]::new))
			.update();
		this.jdbcClient.sql("delete from department where slug <> all(?)")
			.param(departments.stream().map(Department::slug).toArray(String[]::new))
			.update();
	}

}
