package dev.clickpath.cli.postgres;

import java.util.List;

import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UnprivilegedTests {

	@Test
	void leavesCommandsAsTheyAreForWhoIsNotRoot() {
		Unprivileged user = new Unprivileged(List.of());
		user.check();
		assertThat(user.command(List.of("initdb"))).containsExactly("initdb");
	}

	@Test
	void putsCommandsBehindWhatLetsThemBeSomebodyElse() {
		Unprivileged root = new Unprivileged(List.of("env"));
		root.check();
		assertThat(root.command(List.of("initdb"))).containsExactly("env", "initdb");
	}

	@ParameterizedTest
	@ValueSource(strings = { "false", "/nowhere/unshare" })
	void saysWhatToDoWhereRootMayNotBeSomebodyElse(String refused) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> new Unprivileged(List.of(refused)).check())
			.withMessageStartingWith("PostgreSQL does not run as root")
			.withMessageContaining("start the shop as another user");
	}

}
