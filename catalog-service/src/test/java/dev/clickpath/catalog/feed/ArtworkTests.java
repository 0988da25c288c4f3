package dev.clickpath.catalog.feed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.clickpath.catalog.product.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ArtworkTests {

	private static final Path FILE = Path.of("src/main/resources/feed/artwork.txt");

	private static final Path DRAWINGS = Path.of("../storefront/src/main/resources/media/drawings");

	private final Artwork artwork = artwork();

	@ParameterizedTest
	@CsvSource({ "Laptops,laptop", "Laptop Bags,laptop-bag", "Laptop Bags & Sleeves,laptop-bag",
			"Headphones,headphones", "Pots & Pans,saucepan", "USB Cables,power-bank", "Men's T-Shirts,t-shirt",
			"Running Shoes,running-shoe", "SSDs,external-drive", "Watches,clock", "Board Games,board-game" })
	void aCategoryHasTheDrawingOfItsKind(String category, String drawing) {
		assertThat(this.artwork.drawing(List.of("Things", category), null)).isEqualTo(drawing);
	}

	@Test
	void anythingElseHasADrawingTooAndAlwaysTheSame() {
		String drawing = this.artwork.drawing(List.of("Things", "Gizmos"), null);
		assertThat(drawing).isIn("parcel", "carton", "pouch", "tin")
			.isEqualTo(artwork().drawing(List.of("Other", "Gizmos"), null));
		assertThat(Stream.of("Aa", "Bb", "Cc", "Dd", "Ee", "Ff", "Gg", "Hh")
			.map((name) -> this.artwork.drawing(List.of("Things", name), null))
			.distinct()
			.count()).isGreaterThan(2);
	}

	@Test
	void theColourOfAProductIsThatOfItsPicture() {
		assertThat(picture("1", "Matte black", null)).isEqualTo("laptop/ink");
		assertThat(picture("1", "Sky", null)).isEqualTo("laptop/sky");
		assertThat(picture("1", "Rainbow", null)).isEqualTo(picture("1", null, null));
		assertThat(Stream.of("1", "2", "3", "4", "5").map((id) -> picture(id, null, null)).distinct().count())
			.isGreaterThan(2);
	}

	@Test
	void onlyPicturesOfTheShopAreShown() {
		assertThat(picture("1", "Red", "/media/kettle/forest.0a1b.svg")).isEqualTo("kettle/forest");
		assertThat(picture("1", "Red", "https://shop.example/media/kettle/forest.svg")).isEqualTo("kettle/forest");
		assertThat(picture("1", "Red", "https://elsewhere.example/laptop.jpg")).isEqualTo("laptop/red");
		assertThat(picture("1", "Red", "/media/../secret.svg")).isEqualTo("laptop/red");
	}

	@Test
	void everyDrawingIsThereAndStandsForSomething() throws IOException {
		Set<String> drawn;
		try (Stream<Path> files = Files.list(DRAWINGS)) {
			drawn = files.map((file) -> file.getFileName().toString().replace(".svg", ""))
				.collect(Collectors.toCollection(TreeSet::new));
		}
		Set<String> named = new TreeSet<>(List.of("parcel", "carton", "pouch", "tin"));
		Files.readAllLines(FILE)
			.stream()
			.filter((line) -> line.matches("[a-z-]+:.*"))
			.forEach((line) -> named.add(line.substring(0, line.indexOf(':'))));
		assertThat(named).isEqualTo(drawn);
	}

	@Test
	void everyColourwayIsThere() throws IOException {
		String colourways = Files.readString(DRAWINGS.resolveSibling("colourways.yaml"));
		for (int i = 0; i < 1_000; i++) {
			String picture = picture("id" + i, null, null);
			assertThat(colourways).contains("\n" + picture.substring(picture.indexOf('/') + 1) + ":");
		}
		for (String colour : List.of("black", "grey", "silver", "blue", "green", "olive", "yellow", "gold", "orange",
				"pink", "purple", "violet", "brown", "beige", "ivory", "turquoise", "burgundy", "bronze", "white")) {
			String picture = picture("1", colour, null);
			assertThat(colourways).contains("\n" + picture.substring(picture.indexOf('/') + 1) + ":");
		}
	}

	private String picture(String id, @Nullable String colour, @Nullable String link) {
		Offer offer = new Offer(id, "laptop", "Laptop", "Brenna", List.of("Laptops"), Money.usd(1), null, 1, "",
				List.of(), link, colour);
		return this.artwork.picture(offer, "laptop");
	}

	private static Artwork artwork() {
		try {
			return Artwork.of(Files.readAllLines(FILE));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
