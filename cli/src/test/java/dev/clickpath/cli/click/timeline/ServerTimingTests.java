package dev.clickpath.cli.click.timeline;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ServerTimingTests {

	@Test
	void readsNamesTimesAndWords() {
		assertThat(ServerTiming.parse(List.of("gateway;desc=\"storefront-2; why=fewest, \\\"really\\\"\";dur=12.5",
				"storefront;dur=9, miss")))
			.containsExactly(new ServerTiming("gateway", null, 12.5, "storefront-2; why=fewest, \"really\""),
					new ServerTiming("storefront", null, 9.0, ""), new ServerTiming("miss", null, null, ""));
	}

	@Test
	void takesTheBeginningOutOfTheWords() {
		assertThat(ServerTiming.parse(List.of("catalog;desc=\"@3.25 statements=2\";dur=4, db;desc=\"@1\"")))
			.containsExactly(new ServerTiming("catalog", 3.25, 4.0, "statements=2"),
					new ServerTiming("db", 1.0, null, ""));
	}

	@Test
	void leavesOutWhatIsMalformed() {
		assertThat(ServerTiming.parse(List.of(" ,;dur=1, a b;dur=2,ok;dur=x;desc=\"unclosed", "n;dur=-1", "m;dur=NaN")))
			.extracting(ServerTiming::name)
			.containsExactly("ok", "n", "m");
		assertThat(ServerTiming.parse(List.of("n;dur=-1", "m;dur=NaN", "l;dur=1e300")))
			.allSatisfy((entry) -> assertThat(entry.millis()).isNull());
	}

	@Test
	void doesNotReadOnForever() {
		assertThat(ServerTiming.parse(List.of("a;dur=1,".repeat(100_000)))).hasSize(200);
	}

}
