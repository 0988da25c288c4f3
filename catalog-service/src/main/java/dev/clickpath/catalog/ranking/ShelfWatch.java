package dev.clickpath.catalog.ranking;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import dev.clickpath.catalog.product.Product;
import org.jspecify.annotations.Nullable;

/**
 * Watches which shelves products leave for others while they are changed.
 */
final class ShelfWatch {

	private final Shelves shelves;

	/** The numbers of the brands that a product was of and is not any more. */
	private final Set<Integer> brandsLeft = new HashSet<>();

	private boolean moved;

	ShelfWatch(Shelves shelves) {
		this.shelves = shelves;
	}

	/**
	 * @param before where the product stood, as {@link Packed} has it, or null for
	 * nowhere
	 */
	void changed(Product product, @Nullable Long before) {
		if (before == null) {
			this.moved = true;
			return;
		}
		this.moved |= Packed.category(before) != this.shelves.categories().number(product.category());
		if (Packed.brand(before) != this.shelves.brands().number(product.brand())) {
			this.brandsLeft.add(Packed.brand(before));
		}
	}

	/**
	 * The same of a product that is there no more.
	 */
	void gone(@Nullable Long before) {
		if (before != null) {
			this.moved = true;
			this.brandsLeft.add(Packed.brand(before));
		}
	}

	/**
	 * What came of it.
	 */
	ShelfChange change(Snapshot now) {
		return new ShelfChange(this.moved,
				this.brandsLeft.stream()
					.map(this.shelves.brands()::value)
					.filter((brand) -> now.count(now.having(Fields.BRAND, Shelves.brand(brand)), 1) == 0)
					.collect(Collectors.toSet()));
	}

}
