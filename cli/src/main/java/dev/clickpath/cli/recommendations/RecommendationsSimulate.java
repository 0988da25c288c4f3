package dev.clickpath.cli.recommendations;

import java.net.URI;
import java.time.InstantSource;

import dev.clickpath.cli.Bounds;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.recommendations.SimulatedHistory.Told;
import dev.clickpath.cli.supervision.RunFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Gives the running shop a history.
 */
@Command(name = "simulate", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Lets simulated shoppers with taste look around in the running shop, so that it has something to recommend",
		"from. They are called simulated-0, simulated-1 and so on, and were there up to the last midnight (UTC); the",
		"same number a second time on the same day tells nothing new. A new shop has had 12,000 of them." })
final class RecommendationsSimulate implements Runnable {

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--views", paramLabel = "N", defaultValue = "12000",
			description = "How many products they look at in all (default: ${DEFAULT-VALUE}).")
	private int views;

	@Option(names = "--only-new", description = "Do nothing where somebody has looked around already.")
	private boolean onlyNew;

	@Option(names = "--catalog", paramLabel = "URL",
			description = "Where the catalogue answers (default: that of the running shop).")
	private @Nullable URI catalog;

	@Option(names = "--recommendation", paramLabel = "URL",
			description = "Where the recommendations do (default: those of the running shop).")
	private @Nullable URI recommendation;

	@Override
	public void run() {
		Bounds.check(this.spec, "--views", this.views, 100, 1_000_000);
		SimulatedHistory history = new SimulatedHistory(address(this.catalog, "catalog-service"),
				address(this.recommendation, "recommendation-service"));
		if (this.onlyNew && !history.isNewShop()) {
			System.out.println("Somebody has looked around in this shop; nothing was simulated.");
			return;
		}
		Told told = history.tell(this.views, InstantSource.system());
		System.out.println("Simulated shoppers have looked at %,d products of %d categories.".formatted(told.views(),
				told.categories()));
	}

	private static URI address(@Nullable URI given, String service) {
		return (given != null) ? given
				: RunFile.read(Place.current().home())
					.flatMap((run) -> run.address(service))
					.orElseThrow(() -> new Problem("No shop is running here; start one with ./clickpath up."));
	}

}
