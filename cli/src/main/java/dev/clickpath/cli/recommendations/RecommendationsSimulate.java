package dev.clickpath.cli.recommendations;

import java.net.URI;
import java.util.List;

import dev.clickpath.cli.Bounds;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.Problem;
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
		"from. They are called simulated-0, simulated-1 and so on; a second time tells nothing new." })
final class RecommendationsSimulate implements Runnable {

	private static final int LENGTH = 12;

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--views", paramLabel = "N", defaultValue = "30000",
			description = "How many products they look at in all (default: ${DEFAULT-VALUE}).")
	private int views;

	@Override
	public void run() {
		Bounds.check(this.spec, "--views", this.views, 100, 1_000_000);
		List<List<String>> categories = new ShopAssortment(address("catalog-service")).categories();
		if (categories.isEmpty()) {
			throw new Problem("The shop sells nothing yet; import products first.");
		}
		try (Feeding feeding = new Feeding(address("recommendation-service").getPort())) {
			new SimulatedShoppers(categories, LENGTH, 1).look(this.views, feeding::tell);
		}
		System.out.println("Simulated shoppers have looked at %,d products of %d categories.".formatted(this.views,
				categories.size()));
	}

	private static URI address(String service) {
		return RunFile.read(Place.current().home())
			.flatMap((run) -> run.address(service))
			.orElseThrow(() -> new Problem("No shop is running here; start one with ./clickpath up."));
	}

}
