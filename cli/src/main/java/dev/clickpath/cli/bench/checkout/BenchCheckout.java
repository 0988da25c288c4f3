package dev.clickpath.cli.bench.checkout;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.clickpath.cli.Bounds;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.bench.Meter;
import dev.clickpath.cli.bench.Output;
import dev.clickpath.cli.shopping.NoAnswerException;
import dev.clickpath.cli.shopping.OwnShop;
import dev.clickpath.cli.supervision.RunFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures the checkout.
 */
@Command(name = "checkout", mixinStandardHelpOptions = true, sortOptions = false,
		description = {
				"Opens a shop of its own and lets people buy there all the time, each with an account and a basket;",
				"tells how long they waited from sending the checkout's form to the whole confirmation page.",
				"Nothing else has to run. Each figure is the median of the rounds." })
public final class BenchCheckout implements Runnable {

	/** A person buys less than these do. */
	private static final Map<String, String> SETTINGS = Map.of("CLICKPATH_STOREFRONT_ORDERS_MOST", "1000000");

	private static final int MOST_BUYERS = 200;

	private static final int LONGEST = 3_600;

	private static final int MOST_ROUNDS = 99;

	private static final int MOST_STOREFRONTS = 16;

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--buyers", paramLabel = "N", defaultValue = "20",
			description = "How many people buy at the same time (default: ${DEFAULT-VALUE}).")
	private int buyers;

	@Option(names = "--pause", paramLabel = "MILLIS", defaultValue = "0",
			description = "How long each of them looks at a page, on average (default: ${DEFAULT-VALUE}).")
	private int pause;

	@Option(names = "--storefronts", paramLabel = "N", defaultValue = "2",
			description = "How many storefronts stand behind the gateway (default: ${DEFAULT-VALUE}).")
	private int storefronts;

	@Option(names = "--warm-up", paramLabel = "SECONDS", defaultValue = "90",
			description = "How long they buy before the first round (default: ${DEFAULT-VALUE}).")
	private int warmUp;

	@Option(names = "--duration", paramLabel = "SECONDS", defaultValue = "20",
			description = "How long a round is (default: ${DEFAULT-VALUE}).")
	private int duration;

	@Option(names = "--rounds", paramLabel = "N", defaultValue = "3",
			description = "How many rounds (default: ${DEFAULT-VALUE}).")
	private int rounds;

	@Mixin
	private final Output output = new Output();

	@Override
	public void run() {
		Bounds.check(this.spec, "--buyers", this.buyers, 1, MOST_BUYERS);
		Bounds.check(this.spec, "--pause", this.pause, 0, LONGEST);
		Bounds.check(this.spec, "--storefronts", this.storefronts, 1, MOST_STOREFRONTS);
		Bounds.check(this.spec, "--warm-up", this.warmUp, 0, LONGEST);
		Bounds.check(this.spec, "--duration", this.duration, 1, LONGEST);
		Bounds.check(this.spec, "--rounds", this.rounds, 1, MOST_ROUNDS);
		try (OwnShop shop = OwnShop.open(Place.current(), "bench-checkout", this.storefronts, SETTINGS)) {
			Results results = Results.of(measure(shop));
			this.output.print(results, results.lines());
		}
		catch (NoAnswerException ex) {
			throw new Problem("The shop gave no answer (%s); look into its logs.".formatted(ex.seen()), ex);
		}
		catch (SQLException ex) {
			throw new Problem("The shop's stock cannot be filled up (%s).".formatted(ex.getMessage()), ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted; run it again.", ex);
		}
	}

	private List<Round> measure(OwnShop shop) throws NoAnswerException, SQLException, InterruptedException {
		List<String> goods = Goods.plenty(shop.database("catalog"));
		Meter meter = Meter.of(RunFile.read(shop.home()).orElseThrow().entries());
		List<Round> taken = new ArrayList<>();
		Purchases purchases = new Purchases();
		try (Buyers all = Buyers.enter(shop.address(), this.buyers)) {
			Output.tell("%d people buy, %d rounds of %d s after %d s of warm-up".formatted(this.buyers, this.rounds,
					this.duration, this.warmUp));
			all.buy(goods, Duration.ofMillis(this.pause), purchases);
			TimeUnit.SECONDS.sleep(this.warmUp);
			for (int round = 1; round <= this.rounds; round++) {
				Output.tell("Round %d of %d".formatted(round, this.rounds));
				taken.add(Round.take(purchases, meter, Duration.ofSeconds(this.duration)));
			}
		}
		return taken;
	}

}
