package dev.clickpath.cli.click.timeline;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ServerTimingTests {

	@Test
	void readsNamesTimesAndWords() {
		assertThat(ServerTiming.parse(List.of("gateway;desc=\"storefront-2; why=fewest, \\\"really\\\"\";dur=12.5",
				"storefront;dur=9, miss")))
			.containsExactly(new ServerTiming("gateway", null, 12.5, "storefront-2; why=fewest, \"really\""),
					new ServerTiming("storefront", null, 9.0, ""), new ServerTiming("miss", null, null, ""));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			`n;dur=1.5;desc=w`, 1.5, w
			`n ; Dur = 1.5 ; DESC = "w"`, 1.5, w
			`n;\tdesc\t=\t"w";dur=1.5`, 1.5, w
			`n;dur=1.5;dur=2;desc=w;desc=x`, 1.5, w
			`n;dur="1.5";desc=w`, 1.5, w
			`n;dur=.5;desc=w`, 0.5, w
			`n;dur=5e-1;desc=w`, 0.5, w
			`n;dur=1.5f;desc=w`, , w
			`n;dur=0x1p3;desc=w`, , w
			`n;dur=Infinity;desc=w`, , w
			`n;dur=;dur=1;desc=w`, , w
			`n;duration=1;description=w`, , ``
			""")
	void readsParametersAsBrowsersDo(String field, @Nullable Double millis, String description) {
		assertThat(ServerTiming.parse(List.of(field)))
			.containsExactly(new ServerTiming("n", null, millis, description));
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
