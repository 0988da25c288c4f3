package dev.clickpath.cli.process;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CoresTests {

	@Test
	void readsTheKernelsLists() {
		assertThat(Cores.parse("0-1")).containsExactly(0, 1);
		assertThat(Cores.parse("3")).containsExactly(3);
		assertThat(Cores.parse("0,2-4,11")).containsExactly(0, 2, 3, 4, 11);
	}

	@Test
	void withoutBindingEveryoneHasAllCores() {
		Cores all = Cores.all();
		assertThat(all.isApart()).isFalse();
		assertThat(all.client()).isEmpty();
		assertThat(all.count()).isEqualTo(Runtime.getRuntime().availableProcessors());
	}

}
