package dev.clickpath.cli.faults.checkout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.clickpath.cli.Table;
import dev.clickpath.cli.shopping.Receipt;

/**
 * What happened, what there is now, and what was checked.
 *
 * @param seed by which it was left to chance
 * @param took how long
 * @param kills what was killed
 * @param wares what was shopped for: their stock before, by product
 * @param receipts what shoppers know
 * @param repeats how often they had to ask again
 * @param givenUp how often they gave up, and what they saw then
 * @param books what the databases say
 * @param taken pieces held or sent, by product
 * @param checks what was checked
 */
record Ledger(long seed, Duration took, List<Kill> kills, Map<String, Integer> wares, List<Receipt> receipts,
		int repeats, List<String> givenUp, Books books, Map<String, Integer> taken, List<Check> checks) {

	private static final int MOST_EXAMPLES = 5;

	boolean isOk() {
		return this.checks.stream().allMatch(Check::isOk);
	}

	/**
	 * All of it as a person reads it.
	 */
	List<String> lines() {
		List<String> lines = new ArrayList<>();
		lines.add("Seed %d, %d s.".formatted(this.seed, this.took.toSeconds()));
		Stream.of(killTable(), shopperTable(), orderTable(), stockTable(), checkTable()).forEach((table) -> {
			lines.add("");
			lines.addAll(table.lines());
		});
		for (Check check : this.checks) {
			check.wrong().stream().limit(MOST_EXAMPLES).forEach((wrong) -> lines.add(check.rule() + ": " + wrong));
		}
		this.givenUp.stream().limit(MOST_EXAMPLES).forEach((seen) -> lines.add("A shopper gave up: " + seen));
		return lines;
	}

	private Table killTable() {
		Table table = new Table(false, true, true, true, true, true, true);
		table.row(
				Stream
					.concat(Stream.of("KILLED WHILE SOMEBODY WAS"),
							Stream.concat(Arrays.stream(Moment.values()).map((moment) -> moment.name()),
									Stream.of("ALL")))
					.toArray());
		for (Target target : Target.values()) {
			List<Kill> own = this.kills.stream().filter((kill) -> kill.target() == target).toList();
			table.row(killRow(target.toString(), own));
		}
		table.row(killRow("all", this.kills));
		return table;
	}

	private static Object[] killRow(String name, List<Kill> kills) {
		List<Object> row = new ArrayList<>(List.of(name));
		for (Moment moment : Moment.values()) {
			row.add(kills.stream().filter((kill) -> kill.moment() == moment).count());
		}
		row.add(kills.size());
		return row.toArray();
	}

	private Table shopperTable() {
		Table table = new Table(false, true);
		table.row("WHAT SHOPPERS SAW", "FORMS");
		table.row("sent", count(this.receipts.size()));
		table.row("confirmed", count(this.receipts.stream().filter(Receipt::isConfirmed).count()));
		table.row("refused", count(this.receipts.stream().filter(Receipt::isRefused).count()));
		table.row("cancelled", count(this.receipts.stream().filter(Receipt::isCancelled).count()));
		table.row("asked again", count(this.repeats));
		table.row("given up", count(this.givenUp.size()));
		return table;
	}

	private Table orderTable() {
		Table table = new Table(false, true, true, true);
		table.row("ORDERS", "NUMBER", "CHARGED", "REFUNDED");
		Map<String, Books.Charge> charges = this.books.charges()
			.stream()
			.collect(Collectors.toMap(Books.Charge::order, (charge) -> charge));
		Map<String, List<Books.Order>> byState = this.books.orders()
			.stream()
			.collect(Collectors.groupingBy(Books.Order::state, TreeMap::new, Collectors.toList()));
		byState.forEach((state, orders) -> {
			List<Books.Charge> own = orders.stream()
				.map((order) -> charges.get(order.id()))
				.filter((charge) -> charge != null && charge.charged() > 0)
				.toList();
			table.row(state.toLowerCase(Locale.ROOT), count(orders.size()), count(own.size()),
					count(own.stream().filter((charge) -> charge.net() == 0).count()));
		});
		return table;
	}

	private Table stockTable() {
		Table table = new Table(false, true, true, true);
		table.row("STOCK", "BEFORE", "TAKEN", "LEFT");
		new TreeMap<>(this.wares).forEach((product, before) -> table.row(product, count(before),
				count(this.taken.getOrDefault(product, 0)), count(this.books.stock().getOrDefault(product, 0))));
		return table;
	}

	private Table checkTable() {
		Table table = new Table(false, true, false);
		table.row("CHECKED", "NUMBER", "");
		this.checks.forEach((check) -> table.row(check.rule(), count(check.looked()),
				check.isOk() ? "OK" : "FAILED: " + check.wrong().size()));
		return table;
	}

	private static String count(long number) {
		return String.format(Locale.UK, "%,d", number);
	}

}
