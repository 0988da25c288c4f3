package dev.clickpath.defaults.timing;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ServerTimingTests {

	private final ServerTiming timing = new ServerTiming();

	@Test
	void writesMillisecondsWithOneDecimal() {
		this.timing.add("db", Duration.ofNanos(1_250_000));
		this.timing.add("page", Duration.ofMillis(12));
		assertThat(this.timing.headerValue()).isEqualTo("db;dur=1.3, page;dur=12.0");
	}

	@Test
	void quotesADescriptionSoThatItCannotLeaveTheHeader() {
		this.timing.add(new ServerTiming.Entry("gateway", null, "a \"b\"\r\nSet-Cookie: c=\\d"));
		assertThat(this.timing.headerValue()).isEqualTo("gateway;desc=\"a \\\"b\\\"  Set-Cookie: c=\\\\d\"");
	}

	@Test
	void putsTheServicesNameBeforeWhatItTold() {
		this.timing.addAllFrom("catalog", "db;dur=0.8, cache;desc=\"hit, fresh; warm\"");
		assertThat(this.timing.headerValue()).isEqualTo("catalog.db;dur=0.8, catalog.cache;desc=\"hit, fresh; warm\"");
	}

	@Test
	void leavesOutWhatCannotBeRead() {
		this.timing.addAllFrom("catalog", ",, <script>;dur=1, ok;dur=x, also;dur=-1;desc, huge;dur=1e300, \"");
		assertThat(this.timing.headerValue()).isEqualTo("catalog.ok, catalog.also, catalog.huge");
	}

	@Test
	void measuresWorkThatFails() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.timing.measure("db", () -> {
			throw new IllegalArgumentException("no");
		}));
		assertThat(this.timing.entries()).extracting(ServerTiming.Entry::name).containsExactly("db");
	}

	@Test
	void refusesANameThatIsNoToken() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.timing.add("a b", Duration.ZERO));
	}

}
