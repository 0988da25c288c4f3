package dev.clickpath.cli.faults;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BehaviourTests {

	@Test
	void readsWhatItWrote() {
		Behaviour behaviour = new Behaviour(300, 5, false);
		assertThat(behaviour).hasToString("delay=300 unavailable=5 listening=false");
		assertThat(Behaviour.parse(behaviour.toString())).isEqualTo(behaviour);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "delay=-1 unavailable=0 listening=true", "delay=0 unavailable=0 listening=maybe",
			"delay=0 unavailable=0 listening=true " })
	void refusesAnythingElse(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Behaviour.parse(text))
			.withMessage("Not a behaviour: " + text);
	}

}
