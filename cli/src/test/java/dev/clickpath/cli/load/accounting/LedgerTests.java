package dev.clickpath.cli.load.accounting;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class LedgerTests {

	private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

	private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

	private final AtomicLong now = new AtomicLong(123 * SECOND);

	private final Ledger ledger = new Ledger(this.now::get, SECOND);

	private final long begin = this.now.get();

	@Test
	void aServerThatStoodStillShowsInThePercentilesOfAllWhoWaitedToAsk() {
		// Somebody is to ask each 10 ms and it takes 1 ms, but for one second nothing is
		// answered: one connection is stuck, and the others wait for it.
		for (int i = 0; i < 1_000; i++) {
			long due = this.begin + i * 10L * MILLI;
			boolean stalled = i >= 500 && i < 600;
			long sent = stalled ? this.begin + 6_000 * MILLI : due;
			this.ledger.answered(PageKind.HOME, due, sent, sent + MILLI);
		}
		Outcome outcome = this.ledger.outcome();
		Summary home = outcome.of(PageKind.HOME);
		assertThat(home.count()).isEqualTo(1_000);
		assertThat(home.p50()).isCloseTo(1, within(0.01));
		assertThat(home.p95()).as("a tenth waited for half a second on average").isBetween(450.0, 510.0);
		assertThat(home.p99()).isBetween(880.0, 912.0);
		assertThat(home.max()).isBetween(1_000.0, 1_002.0);
		assertThat(outcome.waited().p99()).as("and it is told how late they were").isBetween(880.0, 912.0);
		assertThat(outcome.intervals().get(6).of(PageKind.HOME).p95()).isGreaterThan(800);
		assertThat(outcome.intervals().get(4).of(PageKind.HOME).max()).isLessThan(1.1);
	}

	@Test
	void aQuickFailureMakesNothingQuickerAndAWaitInVainCounts() {
		this.ledger.answered(PageKind.HOME, this.begin, this.begin, this.begin + 40 * MILLI);
		this.now.addAndGet(MILLI);
		this.ledger.failed(PageKind.HOME, Failure.SERVER_ERROR, "/ was answered 500", this.begin);
		assertThat(this.ledger.outcome().of(PageKind.HOME).count()).isOne();
		this.now.addAndGet(20 * SECOND);
		this.ledger.failed(PageKind.HOME, Failure.TOO_LATE, "/ took too long", this.begin);
		Outcome outcome = this.ledger.outcome();
		assertThat(outcome.of(PageKind.HOME).max()).isCloseTo(20_001, within(20.0));
		assertThat(outcome.failed()).isEqualTo(2);
		assertThat(outcome.requests()).isEqualTo(3);
		assertThat(outcome.examples()).containsExactly("5xx after 0.0 s: home: / was answered 500",
				"no answer in time after 20.0 s: home: / took too long");
	}

	@Test
	void aServerThatGaveUpLateWasWaitedForAndMadeNoPage() {
		this.now.addAndGet(15 * SECOND);
		this.ledger.failed(PageKind.HOME, Failure.SERVER_ERROR, "/ was answered 504", this.begin);
		Outcome outcome = this.ledger.outcome();
		assertThat(outcome.of(PageKind.HOME).p50()).isCloseTo(15_000, within(15.0));
		assertThat(outcome.pages()).isZero();
		this.ledger.answered(PageKind.HOME, this.begin, this.begin, this.begin + MILLI);
		assertThat(this.ledger.outcome().pages()).isOne();
	}

	@Test
	void howLateThingsWereAskedForIsToldOfPagesAlone() {
		for (int i = 0; i < 99; i++) {
			this.ledger.answered(PageKind.ASSET, this.begin, this.begin, this.begin + MILLI);
		}
		this.ledger.answered(PageKind.HOME, this.begin, this.begin + 3 * SECOND, this.begin + 4 * SECOND);
		assertThat(this.ledger.outcome().waited().count()).isOne();
		assertThat(this.ledger.outcome().waited().p50()).isCloseTo(3_000, within(3.0));
	}

	@Test
	void whatConsistsOfSeveralAnswersIsNoRequestOfItsOwn() {
		this.ledger.answered(PageKind.ASSET, this.begin, this.begin, this.begin + MILLI);
		this.ledger.complete(PageKind.WHOLE, this.begin, this.begin + MILLI);
		assertThat(this.ledger.outcome().requests()).isOne();
		assertThat(this.ledger.outcome().pages()).isZero();
	}

	@Test
	void countsByInstanceAndOrdersAndWhoIsAbout() {
		this.ledger.enter();
		this.ledger.enter();
		this.ledger.leave();
		this.ledger.madeBy("storefront-2");
		this.ledger.madeBy("storefront-1");
		this.ledger.madeBy("storefront-1");
		this.ledger.ordered("confirmed");
		Outcome outcome = this.ledger.outcome();
		assertThat(outcome.visits()).isEqualTo(2);
		assertThat(outcome.mostAbout()).isEqualTo(2);
		assertThat(this.ledger.about()).isOne();
		assertThat(outcome.instances()).containsExactly(Map.entry("storefront-1", 2L), Map.entry("storefront-2", 1L));
		assertThat(outcome.bought()).isOne();
	}

	@Test
	void addsUpWhatTheEdgeDid() {
		this.ledger.edge(new EdgeFigures(1, 0, 0, 500, 0, 0, 0));
		this.ledger.edge(new EdgeFigures(1, 0, 0, 0, 0, 1, 0));
		this.ledger.edge(new EdgeFigures(0, 1, 0, 0, 700, 0, 0));
		this.ledger.edge(new EdgeFigures(1, 0, 0, 100, 0, 0, 3));
		EdgeFigures edge = this.ledger.outcome().edge();
		assertThat(edge).isEqualTo(new EdgeFigures(3, 1, 0, 600, 700, 1, 3));
		assertThat(edge.hitRatio()).isEqualTo(0.75);
		assertThat(new EdgeFigures(0, 0, 0, 0, 0, 0, 0).hitRatio()).isNaN();
	}

	@Test
	void intervalsInWhichNothingHappenedAreThereToo() {
		this.ledger.answered(PageKind.HOME, this.begin, this.begin, this.begin + MILLI);
		this.ledger.answered(PageKind.HOME, this.begin, this.begin, this.begin + 3 * SECOND + MILLI);
		assertThat(this.ledger.outcome().intervals()).extracting(Interval::requests).containsExactly(1L, 0L, 0L, 1L);
	}

}
