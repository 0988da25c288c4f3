package dev.clickpath.cli;

import java.util.ArrayList;
import java.util.List;

import dev.clickpath.cli.house.House;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The options that say what kind of house is wanted.
 */
final class HouseOptions {

	private static final int MOST_STOREFRONTS = 16;

	private static final int MOST_PRODUCTS = 1_000_000;

	private static final int HIGHEST_OFFSET = 55_000;

	@Spec(Spec.Target.MIXEE)
	private @Nullable CommandSpec command;

	@Option(names = "--storefronts", paramLabel = "N", defaultValue = "2",
			description = "How many storefronts stand behind the gateway (default: ${DEFAULT-VALUE}).")
	private int storefronts;

	@Option(names = "--products", paramLabel = "N",
			description = "The size of the catalogue, up to a million (default: the authored one).")
	private @Nullable Integer products;

	@Option(names = "--port-offset", paramLabel = "N", defaultValue = "0",
			description = "Is added to every port (default: ${DEFAULT-VALUE}).")
	private int portOffset;

	@Option(names = "--zones", paramLabel = "ZONE", split = ",", defaultValue = House.USUAL_ZONE,
			description = "Where the storefronts stand, in turn: eu,us,ap (default: all in ${DEFAULT-VALUE}).")
	private List<String> zones = List.of();

	House house() {
		Bounds.check(this.command, "--storefronts", this.storefronts, 1, MOST_STOREFRONTS);
		Bounds.check(this.command, "--port-offset", this.portOffset, 0, HIGHEST_OFFSET);
		if (this.products != null) {
			Bounds.check(this.command, "--products", this.products, 1, MOST_PRODUCTS);
		}
		return new House(this.storefronts, this.products, this.portOffset, List.copyOf(this.zones));
	}

	/** The same options as words of a command line. */
	List<String> words() {
		List<String> words = new ArrayList<>(List.of("--storefronts=" + this.storefronts,
				"--port-offset=" + this.portOffset, "--zones=" + String.join(",", this.zones)));
		if (this.products != null) {
			words.add("--products=" + this.products);
		}
		return words;
	}

}
