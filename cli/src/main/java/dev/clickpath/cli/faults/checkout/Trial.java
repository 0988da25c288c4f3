package dev.clickpath.cli.faults.checkout;

import java.net.http.HttpClient;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.bench.Output;
import dev.clickpath.cli.shopping.Browser;
import dev.clickpath.cli.shopping.OwnShop;

/**
 * One trial of a shop, from the first shopper to the last check.
 */
final class Trial {

	/** The longest back-off of a service, its start, and the worker's turn after that. */
	private static final Duration QUIET_LIMIT = Duration.ofMinutes(4);

	private static final int LOOK_MILLIS = 500;

	private final OwnShop shop;

	private final long seed;

	private final Random random;

	private final Archives archives;

	/**
	 * A trial.
	 * @param seed decides what is left to chance
	 */
	Trial(OwnShop shop, long seed) {
		this.shop = shop;
		this.seed = seed;
		this.random = new Random(seed);
		this.archives = new Archives(shop.database("storefront"), shop.database("catalog"));
	}

	/**
	 * How large it is.
	 *
	 * @param buyers how many buy while processes are killed
	 * @param kills how many are killed
	 * @param rush how many want the same at once before
	 * @param pieces how many there are of it
	 * @param limit after which nothing more is killed
	 */
	record Size(int buyers, int kills, int rush, int pieces, Duration limit) {
	}

	Ledger run(Size size) {
		long start = System.nanoTime();
		Output.tell("Seed %d; %d people for %d pieces, then %d buyers and %d kills.".formatted(this.seed, size.rush(),
				size.pieces(), size.buyers(), size.kills()));
		try (HttpClient client = Browser.client()) {
			Wares wares = Wares.choose(this.shop.database("catalog"), size.pieces(), this.random);
			Map<String, Integer> firstStock = this.archives.stock();
			Diary diary = new Diary();
			Shoppers shoppers = new Shoppers(this.shop.address(), client, diary, Long.toString(this.seed));
			List<Kill> kills = disturb(shoppers, wares, size);
			Output.tell("Waiting until nothing is pending any more.");
			awaitQuiet();
			Books books = this.archives.read();
			Audit audit = new Audit(firstStock, diary.receipts(), books);
			List<Check> checks = new ArrayList<>();
			if (size.rush() > 0) {
				checks.add(audit.soldOut(wares.rushed().id(), Math.min(size.pieces(), size.rush()), size.rush()));
			}
			checks.add(new Check("all was killed that was to be", size.kills(), (kills.size() < size.kills())
					? List.of("only %d within %s".formatted(kills.size(), size.limit())) : List.of()));
			checks.addAll(audit.checks());
			return new Ledger(this.seed, Duration.ofNanos(System.nanoTime() - start), kills, wares.stock(),
					diary.receipts(), shoppers.repeats(), diary.givenUp(), books, audit.taken(), checks);
		}
		catch (SQLException ex) {
			throw new Problem("The shop's books cannot be read (%s); look into its logs.".formatted(ex.getMessage()),
					ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted; run it again.", ex);
		}
	}

	private List<Kill> disturb(Shoppers shoppers, Wares wares, Size size) throws InterruptedException {
		try (shoppers) {
			shoppers.rush(wares, size.rush());
			Crowd crowd = new Crowd();
			shoppers.shop(wares.shelf(), size.buyers(), crowd, this.random);
			return new Killer(processes(), crowd, this.random, Killer.Pace.USUAL, Trial::tell).run(size.kills(),
					size.limit());
		}
	}

	private Processes processes() {
		return new Processes(this.shop.home());
	}

	private static void tell(Kill kill) {
		Output.tell(String.format(Locale.UK, "%6.1f s  %s: %s, %s", kill.at().toMillis() / 1000.0, kill.target(),
				kill.process(), kill.moment()));
	}

	private void awaitQuiet() throws InterruptedException {
		long end = System.nanoTime() + QUIET_LIMIT.toNanos();
		while (!isQuiet() && System.nanoTime() < end) {
			TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
		}
	}

	private boolean isQuiet() {
		try {
			return processes().areUp() && this.archives.halfWay() == 0;
		}
		catch (SQLException ex) {
			return false;
		}
	}

}
