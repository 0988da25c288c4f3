package dev.clickpath.recommendation.visitor;

import java.util.List;

import dev.clickpath.recommendation.events.HistoryChange;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LatestDismissalsTests {

	private final LatestDismissals latest = new LatestDismissals(3);

	private long changes;

	@Test
	void knowsOfEverybodyAsLongAsAllFit() {
		put("anna", "tea");
		put("ben", "cup");
		put("ben");
		put("cleo");
		put("dora", "pot");
		put("emil", "bowl");
		assertThat(this.latest.of("anna")).containsExactly("tea");
		assertThat(this.latest.of("ben")).isEmpty();
		assertThat(this.latest.of("nobody")).isEmpty();
	}

	@Test
	void keepsThoseWhoWereHereLastAndDoesNotGuessOfOthers() {
		put("anna", "tea");
		put("ben", "cup");
		put("cleo", "pot");
		assertThat(this.latest.of("anna")).containsExactly("tea");
		put("dora", "bowl");
		assertThat(this.latest.of("ben")).isNull();
		assertThat(this.latest.of("nobody")).isNull();
		assertThat(this.latest.of("anna")).containsExactly("tea");
		assertThat(this.latest.complete("ben", List.of("cup"))).containsExactly("cup");
		assertThat(this.latest.of("ben")).containsExactly("cup");
		assertThat(this.latest.of("cleo")).isNull();
	}

	@Test
	void aChangeIsNewerThanWhatWasReadMeanwhile() {
		for (String visitor : List.of("anna", "ben", "cleo", "dora")) {
			put(visitor, "tea");
		}
		assertThat(this.latest.of("anna")).isNull();
		put("anna");
		assertThat(this.latest.complete("anna", List.of("tea"))).isEmpty();
		assertThat(this.latest.of("anna")).isEmpty();
	}

	private void put(String visitor, String... dismissed) {
		this.latest.put(new HistoryChange(++this.changes, visitor, List.of(dismissed)));
	}

}
