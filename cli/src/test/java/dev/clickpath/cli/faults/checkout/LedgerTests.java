package dev.clickpath.cli.faults.checkout;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.shopping.Receipt;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LedgerTests {

	private static final Receipt RECEIPT = new Receipt("form-1", "accepted");

	static {
		RECEIPT.confirm();
	}

	private static final List<Kill> KILLS = List.of(
			new Kill(Duration.ofSeconds(1), Target.CATALOG, "catalog-service (7)", Moment.ORDERING),
			new Kill(Duration.ofSeconds(2), Target.STOREFRONT, "storefront-1 (8)", Moment.BETWEEN));

	private static final Books BOOKS = new Books(
			List.of(new Books.Order("1", "form-1", "PLACED", 4990, "EUR", Map.of("kettle", 2)),
					new Books.Order("2", "form-2", "CANCELLED", 4990, "EUR", Map.of("kettle", 1))),
			List.of(new Books.Charge("1", "ACCEPTED", 1, 4990, "EUR"), new Books.Charge("2", "REFUNDED", 1, 0, "EUR")),
			List.of(new Books.Reservation("1", "held", Map.of("kettle", 2))), Map.of("kettle", 8));

	@Test
	void tellsWhatHappenedAndWhatWasChecked() {
		Ledger ledger = ledger(List.of(new Check("nothing is lost", 1_234, List.of())), List.of());
		assertThat(ledger.isOk()).isTrue();
		assertThat(ledger.lines()).containsExactly("Seed 7, 61 s.", "",
				"KILLED WHILE SOMEBODY WAS  FILLING  ORDERING  CONFIRMING  CANCELLING  BETWEEN  ALL",
				"a storefront                     0         0           0           0        1    1",
				"catalog-service                  0         1           0           0        0    1",
				"recommendation-service           0         0           0           0        0    0",
				"PostgreSQL's postmaster          0         0           0           0        0    0",
				"all of PostgreSQL                0         0           0           0        0    0",
				"one process of PostgreSQL        0         0           0           0        0    0",
				"all                              0         1           0           0        1    2", "",
				"WHAT SHOPPERS SAW  FORMS", "sent                   1", "confirmed              1",
				"refused                0", "cancelled              0", "asked again           12",
				"given up               0", "", "ORDERS     NUMBER  CHARGED  REFUNDED",
				"cancelled       1        1         1", "placed          1        1         0", "",
				"STOCK   BEFORE  TAKEN  LEFT", "kettle      10      2     8", "", "CHECKED          NUMBER",
				"nothing is lost   1,234  OK");
	}

	@Test
	void tellsWhatIsWrong() {
		Ledger ledger = ledger(List.of(new Check("nothing is lost", 2, List.of("order 1", "order 2"))),
				List.of("/basket was answered 404: gone"));
		assertThat(ledger.isOk()).isFalse();
		assertThat(ledger.lines()).endsWith("nothing is lost       2  FAILED: 2", "nothing is lost: order 1",
				"nothing is lost: order 2", "A shopper gave up: /basket was answered 404: gone");
	}

	private static Ledger ledger(List<Check> checks, List<String> givenUp) {
		return new Ledger(7, Duration.ofSeconds(61), KILLS, Map.of("kettle", 10), List.of(RECEIPT), 12, givenUp, BOOKS,
				Map.of("kettle", 2), checks);
	}

}
