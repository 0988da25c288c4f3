package dev.clickpath.cli.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import dev.clickpath.cli.Place;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.application.StandaloneGateway;
import dev.clickpath.cli.bench.Workbench;
import dev.clickpath.cli.house.FreePorts;

/**
 * A gateway with four storefronts in two zones; and one that finds its storefronts by
 * name, with two of them.
 *
 * @param gateway balances over a list
 * @param instances those on the list, two of each zone
 * @param following balances over whoever the name stands for
 * @param named those that have the same port at addresses of their own
 * @param names the file that says which of them the name stands for
 * @param lasting how many seconds a fault lasts
 */
record Stage(StandaloneGateway gateway, List<Instance> instances, StandaloneGateway following, List<Instance> named,
		Path names, int lasting) {

	private static final String NAME = "storefront.clickpath.test";

	private static final List<String> ADDRESSES = List.of("127.0.0.2", "127.0.0.3");

	/** Until checks have seen that all is well again. */
	private static final int AFTERWARDS = 4;

	static Stage set(Workbench workbench, int lasting) {
		Path folder = workbench.folder("faults");
		List<Instance> instances = List.of(instance(workbench, folder, 1, "eu"), instance(workbench, folder, 2, "eu"),
				instance(workbench, folder, 3, "us"), instance(workbench, folder, 4, "us"));
		int port = FreePorts.anyPair();
		List<Instance> named = ADDRESSES.stream()
			.map((address) -> started(workbench, new Instance(address, port, "at-" + address, "eu", folder)))
			.toList();
		Path names = folder.resolve("hosts");
		pointTo(names, ADDRESSES.getFirst());
		StandaloneGateway gateway = workbench.put(StandaloneGateway.start(Place.current(),
				new StandaloneGateway.Setup(instances.stream().map(Instance::address).toList(),
						folder.resolve("gateway.log"), List.of(), List.of(), Map.of())));
		StandaloneGateway following = workbench.put(StandaloneGateway.start(Place.current(),
				new StandaloneGateway.Setup(List.of(named.getFirst().address()), folder.resolve("following.log"),
						List.of(), List.of("-Djdk.net.hosts.file=" + names),
						Map.of("clickpath.gateway.discovery.dns", NAME + ":" + port))));
		return new Stage(gateway, instances, following, named, names, lasting);
	}

	private static Instance instance(Workbench workbench, Path folder, int number, String zone) {
		return started(workbench, new Instance("127.0.0.1", FreePorts.anyPair(), "storefront-" + number, zone, folder));
	}

	/** One after the other: a port is free until its owner has it. */
	private static Instance started(Workbench workbench, Instance instance) {
		workbench.put(instance).start();
		return instance;
	}

	/**
	 * Lets the name stand for that one of those who share it.
	 */
	void pointTo(int named) {
		pointTo(this.names, ADDRESSES.get(named));
	}

	private static void pointTo(Path names, String address) {
		try {
			Path written = Files.writeString(names.resolveSibling("hosts.new"), "%s %s\n".formatted(address, NAME));
			Files.move(written, names, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The name cannot be given to another address", ex);
		}
	}

	/**
	 * Lets a fault last.
	 */
	void endure() {
		watch(this.lasting);
	}

	/**
	 * Lets all be well again, and be noticed to be.
	 */
	void recover() {
		watch(Math.min(this.lasting, AFTERWARDS));
	}

	/**
	 * Lets time pass while the shoppers shop.
	 */
	static void watch(int seconds) {
		try {
			TimeUnit.SECONDS.sleep(seconds);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted; run it again.", ex);
		}
	}

}
