package dev.clickpath.storefront.session;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RestTests {

	private final Rest rest = new Rest();

	@Test
	void isOnFromItsBeginningUntilTheDatabaseAnswers() {
		assertThat(this.rest.isOn()).isFalse();
		this.rest.begin();
		assertThat(this.rest.isOn()).isTrue();
		this.rest.end();
		assertThat(this.rest.isOn()).isFalse();
	}

	@Test
	void beginsOnceHoweverOftenTheDatabaseDoesNotAnswer() {
		assertThat(this.rest.begin()).isTrue();
		assertThat(this.rest.begin()).isFalse();
		this.rest.end();
		assertThat(this.rest.begin()).isTrue();
	}

}
