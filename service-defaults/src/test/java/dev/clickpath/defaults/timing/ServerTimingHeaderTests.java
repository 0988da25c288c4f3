package dev.clickpath.defaults.timing;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ServerTimingHeaderTests {

	private static final int ROOM = 200;

	private final ServerTimingHeader header = new ServerTimingHeader(ROOM);

	@ParameterizedTest
	@CsvSource({ "0, 0.0", "499, 0.0", "4000, 0.004", "850000, 0.85", "800000, 0.8", "999499, 0.999", "999600, 1.0",
			"1250000, 1.3", "12000000, 12.0" })
	void writesMilliseconds(long nanos, String written) {
		StringBuilder text = new StringBuilder();
		ServerTimingHeader.appendMillis(text, nanos);
		assertThat(text).hasToString(written);
	}

	@Test
	void quotesADescriptionSoThatItCannotLeaveTheHeader() {
		this.header.add("gateway", 1_000_000, -1, "a \"b\"\r\nSet-Cookie: c=\\d");
		assertThat(this.header.value()).isEqualTo("gateway;desc=\"@1.0 a \\\"b\\\"  Set-Cookie: c=\\\\d\"");
	}

	@Test
	void leavesOutWhatComesWhenItIsFullAndSaysSo() {
		this.header.reserve("storefront", -1, 12_000_000, null);
		for (int i = 0; i < 20; i++) {
			this.header.add("db", i * 1_000_000L, 1_000_000, "rows=1");
		}
		assertThat(this.header.value()).hasSizeLessThanOrEqualTo(ROOM)
			.startsWith("db;desc=\"@0.0 rows=1\";dur=1.0, ")
			.endsWith(", storefront;dur=12.0, left-out;desc=\"entries=16\"");
	}

	@Test
	void passesOnWhatIsWellFormedAsItIs() {
		String told = "db;desc=\"@0.3 a \\\"quoted\\\", one\";dur=1.5, storefront;dur=3";
		this.header.addAll(told, "gateway");
		assertThat(this.header.value()).isEqualTo(told);
	}

	@ParameterizedTest
	@ValueSource(strings = { "db; dur = 1.2", "db ;\tdesc\t=\t\"two words\" ; dur= 1.2", "db;DUR=1.2;dur=3",
			"db; cold ; dur =1.2", "db; dur = \"1.2\"" })
	void readsParametersWithSpaceAboutThem(String told) {
		assertThat(ServerTimingHeader.wellFormed(List.of(told + " , g"), "gateway", ROOM)).isEqualTo(told + ", g");
		List<Long> durations = new ArrayList<>();
		ServerTimingParser.parse(told, (name, start, duration, words) -> durations.add(duration));
		assertThat(durations).containsExactly(1_200_000L);
	}

	@Test
	void passesNothingOnThatIsMalformedOrSpeaksForThisHop() {
		assertThat(ServerTimingHeader.wellFormed(
				List.of("gateway;desc=\"me\", gateway.upstream;dur=1, gatewayish;dur=2, a b, c;dur=\"1\u00e9\", d;=x",
						"e;desc=\"open, f;dur=1", "g;dur=3"),
				"gateway", ROOM))
			.isEqualTo("gatewayish;dur=2, g;dur=3");
	}

}
