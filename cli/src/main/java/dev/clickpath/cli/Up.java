package dev.clickpath.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

import dev.clickpath.cli.control.Token;
import dev.clickpath.cli.house.House;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Starts the shop.
 */
@Command(name = "up", mixinStandardHelpOptions = true,
		description = "Starts everything and stays in front; Ctrl-C stops it all.")
final class Up implements Runnable {

	@Mixin
	private final HouseOptions options = new HouseOptions();

	@Option(names = "--detach", description = "Return once everything is healthy; ./clickpath down stops it.")
	private boolean detach;

	@Option(names = "--fresh",
			description = "Forget the data: products, events, baskets, passwords; the certificate authority stays.")
	private boolean fresh;

	@Option(names = "--no-history",
			description = { "Leave out the simulated shoppers who look around in a new shop, so that it has something",
					"to recommend." })
	private boolean withoutHistory;

	@Option(names = "--supervise", hidden = true, description = "Be the process that --detach leaves behind.")
	private boolean supervise;

	@Override
	public void run() {
		Place place = Place.current();
		House house = this.options.house();
		PrintStream out = System.out;
		if (this.detach) {
			new Detachment(place).start(words(), out);
			welcome(place, house, out);
			return;
		}
		Shop shop = Shop.open(place, house, this.fresh, out);
		if (!this.supervise) {
			welcome(place, house, out);
			out.println("Ctrl-C stops it all.");
		}
		if (!this.withoutHistory) {
			new FirstShoppers(house, out).inBackground();
		}
		shop.training().inBackground(out);
		stay();
	}

	private List<String> words() {
		List<String> words = new ArrayList<>(this.options.words());
		if (this.fresh) {
			words.add("--fresh");
		}
		if (this.withoutHistory) {
			words.add("--no-history");
		}
		return words;
	}

	private static void welcome(Place place, House house, PrintStream out) {
		Instant start = ProcessHandle.current().info().startInstant().orElseThrow();
		double seconds = Duration.between(start, Instant.now()).toMillis() / 1000.0;
		out.println();
		out.println("The shop is open after %.1f s.".formatted(seconds));
		out.println();
		Table table = new Table();
		table.row("  the shop", house.shopAddress());
		table.row("", house.secureShopAddress() + " (./clickpath trust)");
		table.row("  the CDN", house.cdnAddress());
		table.row("", house.secureCdnAddress());
		table.row("  live map", house.shopAddress() + "/journey/live");
		table.row("  its token", Token.read(place.home()).text());
		table.row("  names", house.nameServerQuestion());
		table.row("  PostgreSQL", "127.0.0.1:" + house.postgresPort());
		table.row("  processes", "./clickpath status");
		table.row("  logs", place.home().logs() + " (./clickpath logs SERVICE)");
		table.lines().forEach(out::println);
		out.println();
	}

	/** Until this process is asked to end. */
	private static void stay() {
		try {
			new CountDownLatch(1).await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
