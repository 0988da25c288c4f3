package dev.clickpath.catalog.department;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.clickpath.catalog.department.Department.Category;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The departments in the database, in the order of the shop's menu.
 */
@Repository
public class Departments {

	/** A category without products has its drawing in a quiet colour. */
	private static final String SHELVES = """
			select department.slug as department, department.name as department_name, department.tagline, \
			category.slug, category.name, coalesce(counted.products, 0) as products, \
			coalesce(leader.picture, category.drawing || '/slate') as picture, \
			coalesce(leader.popularity, 0) as popularity \
			from department join category on category.department = department.slug \
			left join (select category, count(*) as products from product group by category) counted \
			on counted.category = category.slug \
			left join lateral (select picture, popularity from product where category = category.slug \
			order by popularity desc, id limit 1) leader on true \
			order by department.position, category.position""";

	private final JdbcClient jdbcClient;

	Departments(JdbcClient jdbcClient) {
		this.jdbcClient = jdbcClient;
	}

	public List<Department> all() {
		Map<String, List<Shelf>> shelves = this.jdbcClient.sql(SHELVES)
			.query((row, number) -> shelf(row))
			.list()
			.stream()
			.collect(Collectors.groupingBy(Shelf::department, LinkedHashMap::new, Collectors.toList()));
		return shelves.values().stream().map(Departments::department).toList();
	}

	private static Department department(List<Shelf> shelves) {
		Shelf first = shelves.getFirst();
		Shelf leading = shelves.stream().max(Comparator.comparingInt(Shelf::popularity)).orElse(first);
		long products = shelves.stream().mapToLong((shelf) -> shelf.category().productCount()).sum();
		return new Department(first.department(), first.departmentName(), first.tagline(), leading.category().picture(),
				products, shelves.stream().map(Shelf::category).toList());
	}

	private static Shelf shelf(ResultSet row) throws SQLException {
		Category category = new Category(row.getString("slug"), row.getString("name"), row.getString("picture"),
				row.getLong("products"));
		return new Shelf(row.getString("department"), row.getString("department_name"), row.getString("tagline"),
				row.getInt("popularity"), category);
	}

	private record Shelf(String department, String departmentName, String tagline, int popularity, Category category) {

	}

}
