package dev.clickpath.cli.click.timeline;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StepsTests {

	private static final Span WINDOW = span(10, 60);

	@Test
	void putsEachStepIntoTheOneAroundIt() {
		List<Step> steps = Steps.of(ServerTiming.parse(List.of(
				"gateway;dur=40;desc=\"storefront-1\", gateway.choice;desc=\"@0.5\";dur=1, gateway.upstream;desc=\"@2 try=1\";dur=37",
				"storefront;dur=30, catalog.db;desc=\"@1 rows=3\";dur=2, catalog;desc=\"@5\";dur=6, page.head;desc=\"@1\";dur=2")),
				WINDOW);
		assertThat(steps).extracting(Step::name)
			.containsExactly("gateway", "gateway.choice", "gateway.upstream", "storefront", "page.head", "catalog",
					"catalog.db");
		assertThat(steps).extracting(Step::depth).containsExactly(0, 1, 1, 2, 3, 3, 4);
		assertThat(steps).allMatch(Step::exact);
		assertThat(steps).extracting(Step::time)
			.containsExactly(span(10, 50), span(10.5, 11.5), span(12, 49), span(12, 42), span(13, 15), span(17, 23),
					span(18, 20));
	}

	@Test
	void doesNotPretendToKnowABeginningThatIsNotTold() {
		List<Step> steps = Steps.of(ServerTiming.parse(List.of("gateway;dur=40, storefront;dur=30, catalog;dur=6")),
				WINDOW);
		assertThat(steps).extracting(Step::exact).containsExactly(true, false, false);
	}

	@Test
	void putsTheStorefrontIntoTheTryThatReachedIt() {
		List<Step> steps = Steps.of(ServerTiming.parse(List.of(
				"gateway;dur=40, gateway.upstream;desc=\"@1 try=1\";dur=5, gateway.upstream;desc=\"@7 try=2\";dur=30",
				"storefront;dur=20")), WINDOW);
		assertThat(steps.getLast().time()).isEqualTo(span(17, 37));
	}

	@Test
	void drawsNothingBeyondTheAnswer() {
		List<Step> steps = Steps.of(
				ServerTiming.parse(List.of("gateway;dur=86000000, db;desc=\"@80000000\";dur=80000000, x.y.z;dur=1")),
				WINDOW);
		assertThat(steps).hasSize(3).allSatisfy((step) -> {
			Span time = Objects.requireNonNull(step.time());
			assertThat(time.from()).isBetween(WINDOW.from(), WINDOW.to());
			assertThat(time.to()).isBetween(time.from(), WINDOW.to());
		});
	}

	@Test
	void losesNoStepWhateverTheNames() {
		assertThat(
				Steps.of(ServerTiming.parse(List.of("gateway.upstream;dur=1, storefront;dur=1, storefront.storefront",
						"edge, edge, edge.origin, a.a, a, a.a.a, page.page, gateway.gateway")), WINDOW))
			.hasSize(11);
	}

	private static Span span(double from, double to) {
		return new Span(nanos(from), nanos(to));
	}

	private static long nanos(double millis) {
		return Math.round(millis * TimeUnit.MILLISECONDS.toNanos(1));
	}

}
