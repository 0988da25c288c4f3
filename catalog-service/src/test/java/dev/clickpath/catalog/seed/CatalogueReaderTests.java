package dev.clickpath.catalog.seed;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CatalogueReaderTests {

	private static final String KITCHEN = "families/kitchen.yaml";

	@Test
	void readsDepartmentsAndFamiliesInTheOrderOfTheFiles() {
		Catalogue catalogue = SmallCatalogue.read();
		assertThat(catalogue.departments()).extracting(Catalogue.DepartmentEntry::slug)
			.containsExactly("kitchen", "garden");
		assertThat(catalogue.families()).extracting(Family::key)
			.containsExactly("oslo-kettle", "plain-jar", "long-reach-can");
	}

	@Test
	void takesUnquotedLabelsAsTheyAreWritten() {
		Family jar = SmallCatalogue.read().families().get(1);
		assertThat(jar.options().getFirst().choices()).extracting(Family.Choice::label).containsExactly("No", "Cork");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			price: 49.90         | price: a lot        | price: must be a number
			price: 49.90         | price: 0            | price: must be more than nothing
			price: 49.90         | price: 4.999        | price: must be a sum in dollars and cents
			was: 59.90           | was: 49.90          | was: must be higher than the price
			category: kettles    | category: pans      | category: "pans" is no category
			brand: Brenna        | brand: Nobody       | brand: "Nobody" is in none of the brands files
			steel, forest, ink   | steel, pink         | Colour: "pink" is not in colours.yaml
			launched: 2025-03    | launched: 2031-03   | launched: must be a month
			popularity: 72       | popularity: 101     | popularity: must be a whole number from 0 to 100
			rating: 4.4          | rating: 5.4         | rating: must be between 1.0 and 5.0
			in {Colour}          | in {Size}           | description: {Size} is not the name of an option
			model: KG-120        | modell: KG-120      | modell: is not a field
			model: KG-120        | colour: ink         | colour: is not wanted
			popularity: 72       | attributes2: 1      | attributes2: is not a field
			""")
	void namesFileFamilyAndField(String right, String wrong, String complaint) {
		assertThatExceptionOfType(CatalogueException.class).isThrownBy(() -> readWith(right, wrong))
			.withMessageStartingWith("families/kitchen.yaml, family oslo-kettle, ")
			.withMessageContaining(complaint);
	}

	@Test
	void namesAMissingFile() {
		Map<String, String> texts = SmallCatalogue.texts();
		texts.remove("families/garden.yaml");
		assertThatExceptionOfType(CatalogueException.class)
			.isThrownBy(() -> CatalogueReader.read(new CatalogueFiles(texts)))
			.withMessageContaining("families/garden.yaml is missing");
	}

	@Test
	void namesAFileThatIsNotYaml() {
		assertThatExceptionOfType(CatalogueException.class)
			.isThrownBy(() -> readWith("name: Oslo Gooseneck Kettle", "name: [Oslo"))
			.withMessageStartingWith("families/kitchen.yaml is not well-formed YAML");
	}

	@Test
	void refusesAFamilyKeyThatIsUsedTwice() {
		assertThatExceptionOfType(CatalogueException.class)
			.isThrownBy(() -> readWith("family: plain-jar", "family: oslo-kettle"))
			.withMessageContaining("the key is used twice");
	}

	private static Catalogue readWith(String right, String wrong) {
		Map<String, String> texts = SmallCatalogue.texts();
		String kitchen = texts.getOrDefault(KITCHEN, "");
		assertThat(kitchen).contains(right);
		texts.put(KITCHEN, kitchen.replace(right, wrong));
		return CatalogueReader.read(new CatalogueFiles(texts));
	}

}
