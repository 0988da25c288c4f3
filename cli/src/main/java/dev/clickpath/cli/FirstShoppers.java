package dev.clickpath.cli;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.InstantSource;

import dev.clickpath.cli.house.House;
import dev.clickpath.cli.recommendations.SimulatedHistory;

/**
 * Gives a new shop a history while its first visitors come in.
 */
final class FirstShoppers {

	private final House house;

	private final PrintStream out;

	FirstShoppers(House house, PrintStream out) {
		this.house = house;
		this.out = out;
	}

	void inBackground() {
		Thread.ofPlatform().daemon().name("first-shoppers").start(this::lookAround);
	}

	private void lookAround() {
		SimulatedHistory history = new SimulatedHistory(address("catalog-service"), address("recommendation-service"));
		try {
			if (history.tellNewShop(InstantSource.system())) {
				this.out
					.println(("Simulated shoppers (simulated-0, simulated-1, ...) have looked at %,d products, so that"
							+ " there is something to recommend; --no-history leaves them out.")
						.formatted(SimulatedHistory.VIEWS));
			}
		}
		catch (Problem | UncheckedIOException ex) {
			this.out.println("The new shop has no history; ./clickpath recommendations simulate gives it one. (%s)"
				.formatted(ex.getMessage()));
		}
	}

	private URI address(String module) {
		return this.house.services()
			.stream()
			.filter((service) -> service.module().equals(module))
			.map((service) -> URI.create("http://127.0.0.1:" + service.port()))
			.findFirst()
			.orElseThrow();
	}

}
