package dev.clickpath.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;

import dev.clickpath.cli.application.ImageLayers;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Does in front what {@code up} leaves to quiet moments.
 */
@Command(name = "prepare", mixinStandardHelpOptions = true,
		description = "Starts everything once, makes the caches that shorten later starts, and stops.")
final class Prepare implements Runnable {

	/**
	 * Nobody waits in front of it: a machine that builds images may be busy, or emulated.
	 */
	private static final Duration PATIENCE = Duration.ofMinutes(20);

	@Mixin
	private final HouseOptions options = new HouseOptions();

	@Option(names = "--layers", hidden = true, paramLabel = "FOLDER",
			description = "Also lay out each service there, for a container image.")
	private @Nullable Path layers;

	@Override
	public void run() {
		PrintStream out = System.out;
		try (Shop shop = Shop.open(Place.current(), this.options.house(), false, PATIENCE, out)) {
			shop.training().inFront(out);
			if (this.layers != null) {
				shop.training().layOut(new ImageLayers(this.layers));
			}
		}
		out.println("Every service starts from its cache from now on.");
	}

}
