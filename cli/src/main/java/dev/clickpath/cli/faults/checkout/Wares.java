package dev.clickpath.cli.faults.checkout;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import dev.clickpath.cli.shopping.Database;

/**
 * What is shopped for.
 *
 * @param rushed what all want at once
 * @param shelf what is bought while processes are killed: some that runs out, and some
 * that does not
 */
record Wares(Product rushed, List<Product> shelf) {

	private static final int SCARCE = 4;

	private static final int SMALLEST_STOCK = 6;

	private static final int LARGEST_STOCK = 14;

	private static final int PLENTIFUL = 4;

	private static final int PLENTY = 5_000;

	/**
	 * A product.
	 *
	 * @param path of its page
	 * @param stock how many there are at first
	 */
	record Product(String id, String path, int stock) {
	}

	/**
	 * Chooses products, and gives them the stock they are to have.
	 * @param rushedStock how many there are of what all want at once
	 */
	static Wares choose(Database catalog, int rushedStock, Random random) throws SQLException {
		List<Product> all = new ArrayList<>(
				catalog.list("select id, slug, stock from product order by id", (row) -> new Product(row.getString(1),
						"/products/%s/%s".formatted(row.getString(1), row.getString(2)), row.getInt(3))));
		Collections.shuffle(all, random);
		List<Product> shelf = new ArrayList<>();
		for (int i = 0; i < SCARCE; i++) {
			shelf.add(stocked(catalog, all.get(i), random.nextInt(SMALLEST_STOCK, LARGEST_STOCK + 1)));
		}
		for (int i = SCARCE; i < SCARCE + PLENTIFUL; i++) {
			shelf.add(stocked(catalog, all.get(i), PLENTY));
		}
		return new Wares(stocked(catalog, all.get(SCARCE + PLENTIFUL), rushedStock), List.copyOf(shelf));
	}

	private static Product stocked(Database catalog, Product product, int stock) throws SQLException {
		catalog.update("update product set stock = ?, supply = supply + ? - stock where id = ?", stock, stock,
				product.id());
		return new Product(product.id(), product.path(), stock);
	}

	/** One that does not run out. */
	Product plentiful() {
		return this.shelf.getLast();
	}

	/**
	 * The first stock by product.
	 */
	Map<String, Integer> stock() {
		List<Product> all = new ArrayList<>(this.shelf);
		all.add(this.rushed);
		return all.stream().collect(Collectors.toMap(Product::id, Product::stock));
	}

}
