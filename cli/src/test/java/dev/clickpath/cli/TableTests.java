package dev.clickpath.cli;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TableTests {

	@Test
	void columnsAreAsWideAsTheirWidestCell() {
		Table table = new Table(false, true);
		table.row("NAME", "MiB", "WHERE");
		table.row("postgres", 7, "here");
		table.row("x", 1234, "");
		assertThat(table.lines()).containsExactly("NAME       MiB  WHERE", "postgres     7  here", "x         1234");
	}

}
