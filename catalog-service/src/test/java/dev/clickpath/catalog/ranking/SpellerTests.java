package dev.clickpath.catalog.ranking;

import java.io.IOException;
import java.util.Map;

import dev.clickpath.catalog.seed.SmallCatalogue;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SpellerTests {

	private ProductIndex index;

	@BeforeEach
	void build() throws IOException {
		try (ProductIndexBuilder builder = new ProductIndexBuilder(new ByteBuffersDirectory(), new ShelfNames(Map.of()),
				Synonyms.none())) {
			SmallCatalogue.products().forEach(builder::add);
			this.index = builder.build();
		}
	}

	@AfterEach
	void close() throws IOException {
		this.index.close();
	}

	@Test
	void putsRightWhatFindsNothing() throws IOException {
		assertThat(search("ketle")).satisfies((hits) -> {
			assertThat(hits.corrected()).isEqualTo("kettle");
			assertThat(hits.total()).isPositive().isEqualTo(search("kettle").total());
		});
		assertThat(search("Watring  CAN!").corrected()).isEqualTo("watering  CAN!");
		assertThat(search("gooseneckkettle").corrected()).isNull();
		assertThat(search("reachkettle").corrected()).isEqualTo("reach kettle");
	}

	@ParameterizedTest
	@CsvSource({ "watring, watering", "wattrng, watering", "wtering, watering", "ktetle, kettle", "kettel, kettle" })
	void longerWordsMayHaveMoreLettersWrong(String typed, String meant) throws IOException {
		assertThat(search(typed).corrected()).isEqualTo(meant);
	}

	@ParameterizedTest
	@ValueSource(strings = { "kete", "kotly", "kottla", "katel" })
	void aShortWordThatIsFarFromAllIsNotTakenForOneOfThem(String typed) throws IOException {
		assertThat(search(typed).corrected()).isNull();
	}

	@Test
	void leavesAloneWhatFindsSomething() throws IOException {
		assertThat(search("kettle").corrected()).isNull();
		assertThat(search("kettles").corrected()).isNull();
		assertThat(search("zeppelin airship").corrected()).isNull();
	}

	@Test
	void leavesEverythingAloneWhenToldSo() throws IOException {
		Hits hits = this.index.search(new Search().words("ketle").asTyped().query());
		assertThat(hits.corrected()).isNull();
		assertThat(hits.total()).isZero();
	}

	@Test
	void whatSoundsTheSameIsNear() {
		assertThat(Edits.between("headfone", "headphone")).isEqualTo(1);
		assertThat(Edits.between("kettel", "kettle")).isEqualTo(1);
		assertThat(Edits.between("keettle", "kettle")).isLessThan(1);
		assertThat(Edits.between("kettle", "kettle")).isZero();
	}

	private Hits search(String words) throws IOException {
		return this.index.search(new Search().words(words).query());
	}

}
