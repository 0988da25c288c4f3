package dev.clickpath.cli;

import java.io.PrintStream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Does in front what {@code up} leaves to quiet moments.
 */
@Command(name = "prepare", mixinStandardHelpOptions = true,
		description = "Starts everything once, makes the caches that shorten later starts, and stops.")
final class Prepare implements Runnable {

	@Mixin
	private final HouseOptions options = new HouseOptions();

	@Override
	public void run() {
		PrintStream out = System.out;
		try (Shop shop = Shop.open(Place.current(), this.options.house(), false, out)) {
			shop.training().inFront(out);
		}
		out.println("Every service starts from its cache from now on.");
	}

}
