package dev.clickpath.cli.faults.feed;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A feed of made-up products, with a row in it now and then that cannot be used.
 *
 * @param file where it is
 * @param rows how many it has
 * @param usable how many of them can be used
 */
record GeneratedFeed(Path file, int rows, int usable) {

	/** What its products' ids begin with. */
	static final String PREFIX = "g-";

	private static final int BAD = 5_000;

	private static final List<String> BRANDS = List.of("Norvale", "Ostra", "Kelmi", "Brennick", "Talvo", "Mirrin",
			"Quado", "Sellin");

	private static final List<String> KINDS = List.of("Electronics > Headphones > Over-ear:Wireless Headphones",
			"Electronics > Laptops:Ultralight Laptop", "Electronics > Cameras:Compact Camera",
			"Electronics > Storage > Solid state:Portable SSD", "Home > Kettles:Gooseneck Kettle",
			"Home > Lamps:Reading Lamp", "Home > Rugs:Woven Rug", "Sports > Tents:Two-person Tent",
			"Sports > Shoes > Trail:Trail Running Shoes", "Sports > Bottles:Insulated Bottle",
			"Office > Desks:Standing Desk", "Office > Pens:Fountain Pen", "Toys > Puzzles:Wooden Puzzle",
			"Things that fit nowhere:Curious Thing");

	/**
	 * Writes one.
	 * @param edition another one has the same products at other prices
	 */
	static GeneratedFeed write(Path file, int rows, int edition) {
		int bad = 0;
		try (BufferedWriter writer = Files.newBufferedWriter(file)) {
			writer.write("id\ttitle\tdescription\tbrand\tproduct_type\tprice\tavailability\timage_link\tquantity\n");
			for (int i = 0; i < rows; i++) {
				boolean isBad = i % BAD == BAD - 1;
				bad += isBad ? 1 : 0;
				writer.write(row(i, edition, isBad));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be written".formatted(file), ex);
		}
		return new GeneratedFeed(file, rows, rows - bad);
	}

	private static String row(int i, int edition, boolean bad) {
		String[] kind = KINDS.get(i % KINDS.size()).split(":", -1);
		String brand = BRANDS.get((i / KINDS.size()) % BRANDS.size());
		String model = "%c%c-%d".formatted('A' + i % 26, 'A' + (i / 26) % 26, 100 + i / 7);
		int cents = 500 + (int) (Integer.toUnsignedLong(i * 0x9e3779b9) % 90_000) + edition;
		return "%s%07d\t%s %s %s\t%s by %s, model %s. Made for every day, and <b>built</b> to be repaired.\t%s\t%s\t%s\t%s\t%s\t%d\n"
			.formatted(PREFIX, i, brand, kind[1], model, kind[1], brand, model, brand, kind[0],
					bad ? "free" : "%d.%02d USD".formatted(cents / 100, cents % 100),
					(i % 20 == 0) ? "out_of_stock" : "in_stock", "https://pictures.example/%d.jpg".formatted(i),
					1 + i % 50);
	}

}
