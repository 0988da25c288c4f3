package dev.clickpath.defaults.timing;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ServerTimingTests {

	private static final int ROOM = 1_024;

	private final ServerTiming timing = new ServerTiming();

	@Test
	void tellsWhenEachStepBeganAndTheWholeAtTheEnd() {
		this.timing.add("db", System.nanoTime(), "rows=3");
		assertThat(this.timing.headerValue("catalog", ROOM))
			.matches("db;desc=\"@[\\d.]+ rows=3\";dur=[\\d.]+, catalog;dur=[\\d.]+");
	}

	@Test
	void putsTheServicesNameBeforeWhatItToldAndItsStepsOnItsOwnClock() {
		long start = System.nanoTime() + 5_000_000;
		this.timing.call("catalog", start, "path=/search",
				List.of("db;desc=\"@2.5 rows=1; kept\";dur=0.8, cache;desc=\"hit, fresh; warm\""));
		assertThat(this.timing.entries()).extracting(ServerTiming.Entry::name)
			.containsExactly("catalog.db", "catalog.cache", "catalog");
		ServerTiming.Entry db = this.timing.entries().getFirst();
		ServerTiming.Entry call = this.timing.entries().getLast();
		assertThat(db.start() - call.start()).isEqualTo(2_500_000);
		assertThat(db.words()).isEqualTo("rows=1; kept");
		assertThat(this.timing.headerValue("storefront", ROOM)).contains("catalog.cache;desc=\"hit, fresh; warm\", ");
	}

	@Test
	void leavesOutWhatCannotBeRead() {
		this.timing.call("catalog", System.nanoTime(), null,
				List.of(",, <script>;dur=1, ok;dur=x, also;dur=-1;desc, huge;dur=1e300, a b;dur=1, \"", "more;dur=2"));
		assertThat(this.timing.entries()).extracting(ServerTiming.Entry::name)
			.containsExactly("catalog.ok", "catalog.also", "catalog.huge", "catalog.more", "catalog");
		assertThat(this.timing.entries().subList(0, 3)).extracting(ServerTiming.Entry::duration)
			.containsOnly(ServerTiming.UNKNOWN);
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
		assertThatIllegalArgumentException().isThrownBy(() -> this.timing.tell("a b", ""));
	}

	@Test
	void tellsWhatWasFoundInCaches() {
		this.timing.asked("cache", 1);
		this.timing.asked("page.kept", 5);
		this.timing.missed("page.kept", 2);
		assertThat(this.timing.headerValue("catalog", ROOM))
			.startsWith("cache;desc=\"hit\", page.kept;desc=\"hits=3; misses=2\", catalog;dur=");
	}

	@Test
	void countsTheStepsBeyondThoseItKeeps() {
		for (int i = 0; i < 70; i++) {
			this.timing.tell("s" + i, "");
		}
		assertThat(this.timing.entries()).hasSize(64);
		assertThat(this.timing.headerValue("catalog", 10_000)).endsWith(", left-out;desc=\"entries=6\"");
	}

	@Test
	void takesNothingInOutsideARequest() {
		ServerTiming.current().tell("db", "rows=1");
		assertThat(ServerTiming.current().entries()).isEmpty();
	}

}
