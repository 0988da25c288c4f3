package dev.clickpath.storefront.page;

import java.util.List;

import dev.clickpath.defaults.timing.ServerTiming;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LateStepsTests {

	@Test
	void writesWhatIsKnownOfEachStep() {
		assertThat(LateSteps.markup(List.of(new ServerTiming.Entry("page.shelves", 3_100_000, 4_200_000, null, true),
				new ServerTiming.Entry("cache", ServerTiming.UNKNOWN, ServerTiming.UNKNOWN, "hit", true))))
			.isEqualTo("<script type=\"application/json\" id=\"click-steps\">{\"hop\":\"storefront\",\"steps\":["
					+ "{\"name\":\"page.shelves\",\"at\":3.1,\"dur\":4.2},{\"name\":\"cache\",\"desc\":\"hit\"}]}"
					+ "</script>\n");
	}

	@Test
	void wordsCannotEndTheElement() {
		assertThat(LateSteps.markup(List.of(new ServerTiming.Entry("db", 0, 0, "</script><b>\"\\\u2028", false))))
			.contains("\"desc\":\"\\u003c/script\\u003e\\u003cb\\u003e\\u0022\\u005c\\u2028\"}");
	}

}
