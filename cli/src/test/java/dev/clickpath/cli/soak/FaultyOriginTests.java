package dev.clickpath.cli.soak;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import dev.clickpath.cli.house.FreePorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The clients straight before the origin, with no edge between them.
 */
class FaultyOriginTests {

	private static final int REQUESTS = 300;

	private final Shelf shelf = new Shelf(new Random(1));

	private final Ledger ledger = new Ledger(InstantSource.system(), Duration.ofSeconds(5));

	private final List<String> alarms = new ArrayList<>();

	private final Tally tally = new Tally(this.alarms::add);

	private Fault fault = Fault.NONE;

	private final FaultyOrigin origin = new FaultyOrigin(FreePorts.any(), this.shelf, this.ledger, this.tally,
			() -> this.fault);

	private final Client client = new Client(this.origin.port(), this.ledger, new Judge(this.ledger), this.tally);

	@AfterEach
	void close() {
		this.client.close();
		this.origin.close();
	}

	@Test
	void whatTheOriginSaysItselfIsRight() {
		Asker asker = new Asker(this.shelf, new Random(1));
		for (int i = 0; i < REQUESTS; i++) {
			Ask ask = asker.next();
			Verdict verdict = this.client.ask(ask);
			if (verdict != null && verdict.learnt() != null) {
				asker.keep(ask, verdict.learnt());
			}
		}
		assertThat(this.alarms).isEmpty();
		assertThat(this.tally.requests()).isEqualTo(REQUESTS);
		assertThat(String.join("\n", this.tally.lines())).contains("conditional ", "head ", "miss ", "range ");
	}

	@ParameterizedTest
	@EnumSource(names = { "BROKEN_BODY", "BROKEN_HEAD" })
	void whatBreaksOffIsSeenToBreakOff(Fault fault) {
		this.fault = fault;
		assertThat(this.client.ask(large())).isNull();
		assertThat(this.alarms).isEmpty();
		assertThat(this.tally.lines()).contains("client errors   1: broken off 1");
	}

	@ParameterizedTest
	@EnumSource(names = { "SERVER_ERROR", "UNAVAILABLE" })
	void anErrorIsAnAnswer(Fault fault) {
		this.fault = fault;
		assertThat(this.client.ask(large())).isEqualTo(Verdict.ofError());
		assertThat(this.alarms).isEmpty();
	}

	@Test
	void noAnswerAtAllIsWrong() {
		this.fault = Fault.RESET;
		assertThat(this.client.ask(large())).isNull();
		assertThat(this.alarms).singleElement().asString().contains("no answer");
	}

	@Test
	void thereIsNoBodyToBreakOffWhereThereIsNone() {
		OriginAnswer head = OriginAnswer.to(large().resource(), 1, true, Map.of());
		assertThat(head.possible(Fault.BROKEN_BODY)).isEqualTo(Fault.RESET);
		assertThat(head.possible(Fault.HANG_IN_BODY)).isEqualTo(Fault.HANG);
	}

	private Ask large() {
		return Ask.plainly(Kind.LARGE, this.shelf.anyLarge(new Random(1)));
	}

}
