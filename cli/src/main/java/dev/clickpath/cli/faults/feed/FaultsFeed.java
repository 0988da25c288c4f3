package dev.clickpath.cli.faults.feed;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import dev.clickpath.cli.Bounds;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.shopping.OwnShop;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Imports feeds into a shop that is open.
 */
@Command(name = "feed", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Opens a shop of its own and imports a generated feed: adds it, adds it again, makes it the whole catalogue,",
		"changes every price, and kills the catalogue in the middle; meanwhile people look at pages. Exits 1 when a page",
		"did not come, or the catalogue is not what it should be. Nothing else has to run." })
public final class FaultsFeed implements Callable<Integer> {

	private static final int MOST_ROWS = 1_000_000;

	private static final int MOST_SHOPPERS = 200;

	private static final int MOST_STOREFRONTS = 16;

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--rows", paramLabel = "N", defaultValue = "100000",
			description = "How many rows the feed has (default: ${DEFAULT-VALUE}).")
	private int rows;

	@Option(names = "--shoppers", paramLabel = "N", defaultValue = "4",
			description = "How many people look at pages, ten a second each (default: ${DEFAULT-VALUE}).")
	private int shoppers;

	@Option(names = "--storefronts", paramLabel = "N", defaultValue = "2",
			description = "How many storefronts stand behind the gateway (default: ${DEFAULT-VALUE}).")
	private int storefronts;

	@Override
	public Integer call() {
		Bounds.check(this.spec, "--rows", this.rows, 1_000, MOST_ROWS);
		Bounds.check(this.spec, "--shoppers", this.shoppers, 1, MOST_SHOPPERS);
		Bounds.check(this.spec, "--storefronts", this.storefronts, 1, MOST_STOREFRONTS);
		try (OwnShop shop = OwnShop.open(Place.current(), "faults-feed", this.storefronts, Map.of())) {
			FeedTrial trial = new FeedTrial(shop, this.shoppers);
			List<Step> steps = trial.run(this.rows);
			Step.lines(steps).forEach(System.out::println);
			System.out.println(trial.memory());
			return steps.stream().allMatch(Step::isOk) ? 0 : 1;
		}
		catch (SQLException ex) {
			throw new Problem("The shop's database cannot be read (%s); look into its logs.".formatted(ex.getMessage()),
					ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted; run it again.", ex);
		}
	}

}
