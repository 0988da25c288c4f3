package dev.clickpath.edge.tracing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class TraceParentTests {

	private static final String FIELD = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

	@Test
	void readsTraceSpanAndWhetherItIsRecorded() {
		TraceParent parent = TraceParent.parse(FIELD);
		assertThat(parent).isEqualTo(new TraceParent("4bf92f3577b34da6a3ce929d0e0e4736", "00f067aa0ba902b7", true));
		assertThat(parent).hasToString(FIELD);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "00", "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
			"00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
			"00-00000000000000000000000000000000-00f067aa0ba902b7-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0g",
			"00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x" })
	void whatCannotBeReadIsNone(String field) {
		assertThat(TraceParent.parse(field)).isNull();
	}

	@Test
	void oneThatIsMadeUpCanBeRead() {
		assertThat(TraceParent.parse(TraceParent.fresh().toString())).isNotNull();
	}

}
