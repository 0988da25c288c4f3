package dev.clickpath.cli.faults.checkout;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;

import dev.clickpath.cli.Bounds;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.shopping.OwnShop;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Breaks the shop while people buy.
 */
@Command(name = "checkout", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Opens a shop of its own, lets many people rush for a few pieces, then kills storefronts, services and PostgreSQL",
		"while others buy, cancel and enter codes; compares what they saw with the shop's books, and exits 1 when an order",
		"was lost, a card charged twice or a piece of stock held for nothing. Nothing else has to run." })
public final class FaultsCheckout implements Callable<Integer> {

	/** Who never enters the code is to be waited for, after all. */
	private static final Map<String, String> SETTINGS = Map.of("CLICKPATH_STOREFRONT_ORDERS_EXPIRY", "20s",
			"CLICKPATH_STOREFRONT_ORDERS_MOST", "1000000");

	private static final int MOST_BUYERS = 500;

	private static final int MOST_KILLS = 10_000;

	private static final int LONGEST = 24 * 60;

	private static final int MOST_STOREFRONTS = 16;

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--kills", paramLabel = "N", defaultValue = "50",
			description = "How many processes are killed (default: ${DEFAULT-VALUE}).")
	private int kills;

	@Option(names = "--buyers", paramLabel = "N", defaultValue = "20",
			description = "How many people buy meanwhile (default: ${DEFAULT-VALUE}).")
	private int buyers;

	@Option(names = "--rush", paramLabel = "N", defaultValue = "200",
			description = "How many people want the same product at once before; 0 for nobody (default: ${DEFAULT-VALUE}).")
	private int rush;

	@Option(names = "--pieces", paramLabel = "N", defaultValue = "50",
			description = "How many there are of it (default: ${DEFAULT-VALUE}).")
	private int pieces;

	@Option(names = "--storefronts", paramLabel = "N", defaultValue = "2",
			description = "How many storefronts stand behind the gateway (default: ${DEFAULT-VALUE}).")
	private int storefronts;

	@Option(names = "--minutes", paramLabel = "N", defaultValue = "20",
			description = "After which nothing more is killed (default: ${DEFAULT-VALUE}).")
	private int minutes;

	@Option(names = "--seed", paramLabel = "N", description = "Makes the same choices again (default: other ones).")
	private @Nullable Long seed;

	@Override
	public Integer call() {
		Bounds.check(this.spec, "--kills", this.kills, 0, MOST_KILLS);
		Bounds.check(this.spec, "--buyers", this.buyers, 1, MOST_BUYERS);
		Bounds.check(this.spec, "--rush", this.rush, 0, MOST_BUYERS);
		Bounds.check(this.spec, "--pieces", this.pieces, 1, MOST_BUYERS);
		Bounds.check(this.spec, "--storefronts", this.storefronts, 1, MOST_STOREFRONTS);
		Bounds.check(this.spec, "--minutes", this.minutes, 1, LONGEST);
		long chosen = (this.seed != null) ? this.seed : new Random().nextInt(1_000_000);
		try (OwnShop shop = OwnShop.open(Place.current(), "faults-checkout", this.storefronts, SETTINGS)) {
			Ledger ledger = new Trial(shop, chosen)
				.run(new Trial.Size(this.buyers, this.kills, this.rush, this.pieces, Duration.ofMinutes(this.minutes)));
			ledger.lines().forEach(System.out::println);
			return ledger.isOk() ? 0 : 1;
		}
	}

}
