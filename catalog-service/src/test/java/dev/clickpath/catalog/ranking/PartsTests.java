package dev.clickpath.catalog.ranking;

import java.util.List;

import dev.clickpath.catalog.ranking.Part.Link;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PartsTests {

	@Test
	void takesCodesApart() {
		assertThat(texts("WH-1000XM4")).containsExactly("wh", "1000", "xm", "4");
		assertThat(Parts.of("WH-1000XM4")).extracting(Part::link)
			.containsExactly(Link.APART, Link.JOINED, Link.TIGHT, Link.TIGHT);
	}

	@Test
	void numbersKeepDecimalsAndLoseTheCommasBetweenThousands() {
		assertThat(texts("1.2 l, 20,000 mAh, 3,5, 1,2345")).containsExactly("1.2", "l", "20000", "mah", "3", "5", "1",
				"2345");
	}

	@Test
	void lettersLoseCaseAndAccents() {
		assertThat(texts("Uvær RÖK Café e\u0301te")).containsExactly("uvaer", "rok", "cafe", "ete");
	}

	@Test
	void aPossessiveIsNoWord() {
		assertThat(texts("Children's drover\u2019s kids' socks")).containsExactly("children", "drover", "kids",
				"socks");
	}

	@Test
	void tellsWhatHangsTogether() {
		assertThat(Parts.of("T-shirt dress, long (red) - A/B")).extracting(Part::link)
			.containsExactly(Link.APART, Link.JOINED, Link.SPACED, Link.APART, Link.APART, Link.APART, Link.JOINED);
	}

	@Test
	void readsInchesInEveryHand() {
		assertThat(texts("14\" 15.6\u2033 27\u201d")).containsExactly("14", "inch", "15.6", "inch", "27", "inch");
	}

	@Test
	void writingWithoutBlanksIsReadCharacterByCharacter() {
		assertThat(texts("東京タワー 2")).hasSize(6).startsWith("東", "京");
	}

	@Test
	void knowsWhereAPartStands() {
		assertThat(Parts.of("  Red KETTLE!").get(1)).satisfies((part) -> {
			assertThat(part.start()).isEqualTo(6);
			assertThat(part.end()).isEqualTo(12);
		});
	}

	@Test
	void anythingCanBeRead() {
		assertThat(Parts.of("")).isEmpty();
		assertThat(Parts.of("!?--..,,\"\" \u0000 \ud83d\ude80")).isEmpty();
		assertThat(texts("-1 .5 5. 1.2.3 ,7 a-")).containsExactly("1", "5", "5", "1.2.3", "7", "a");
	}

	private static List<String> texts(String text) {
		return Parts.of(text).stream().map(Part::text).toList();
	}

}
