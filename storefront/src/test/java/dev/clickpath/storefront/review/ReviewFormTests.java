package dev.clickpath.storefront.review;

import java.time.Instant;
import java.util.Map;

import dev.clickpath.storefront.language.Language;
import dev.clickpath.storefront.language.Words;
import dev.clickpath.storefront.testing.Visits;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReviewFormTests {

	private final Words words = Visits.words(Language.EN);

	@Test
	void whatIsRightIsSentOn() {
		ReviewForm form = ReviewForm.of(Map.of("stars", "3", "text", " Fine.\r\nReally. ", "name", "Alma"), this.words);
		assertThat(form.isRight()).isTrue();
		assertThat(form.draft(true)).isEqualTo(new Draft("Alma", 3, "", "Fine.\nReally.", true, "en"));
	}

	@Test
	void charactersAreCountedAsPeopleDo() {
		Map<String, String> smiles = Map.of("stars", "5", "text", "\ud83d\ude00".repeat(4_000), "name",
				"\ud83d\ude00".repeat(60), "title", "\ud83d\ude00".repeat(100));
		assertThat(ReviewForm.of(smiles, this.words).isRight()).isTrue();
		assertThat(ReviewForm.of(Map.of("stars", "5", "text", "x".repeat(4_001), "name", "Alma"), this.words).isRight())
			.isFalse();
	}

	@Test
	void aNameThatIsTooLongForReviewsIsShortenedForTheStart() {
		assertThat(ReviewForm.of(null, "\ud83d\ude00".repeat(80), Language.JA).name().value())
			.isEqualTo("\ud83d\ude00".repeat(60));
	}

	@Test
	void starsOutsideTheFiveAreNone() {
		for (String stars : new String[] { "0", "6", "-1", "5.0", "", "five", "٥" }) {
			assertThat(
					ReviewForm.of(Map.of("stars", stars, "text", "Fine.", "name", "Alma"), this.words).stars().error())
				.isNotNull();
		}
	}

	@Test
	void aComplaintOfTheCatalogueStandsAtItsField() {
		ReviewForm form = ReviewForm.of(Map.of("stars", "3", "text", "Fine.", "name", "Alma"), this.words);
		assertThat(form.refused("name", this.words).name().error()).isNotNull();
		assertThat(form.refused("name", this.words).text().error()).isNull();
		assertThat(form.refused("something", this.words).isRight()).isFalse();
	}

	@Test
	void aTextIsCutBetweenCharacters() {
		Review review = new Review(1, "Alma", 5, "", "ab\ud83d\ude00cd", false, "en", Instant.EPOCH, null);
		assertThat(review.shortened(3).text()).isEqualTo("ab…");
		assertThat(review.shortened(4).text()).isEqualTo("ab\ud83d\ude00…");
		assertThat(review.shortened(10)).isSameAs(review);
	}

}
