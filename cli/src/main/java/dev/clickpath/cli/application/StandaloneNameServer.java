package dev.clickpath.cli.application;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.Place;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.house.House;
import dev.clickpath.cli.house.Service;

/**
 * The name server without the rest of the shop: a process with the same options as in the
 * shop. Those it leads to are not asked how they are.
 */
public final class StandaloneNameServer implements AutoCloseable {

	private final Standalone process;

	private final Service service;

	private StandaloneNameServer(Standalone process, Service service) {
		this.process = process;
		this.service = service;
	}

	/**
	 * Starts it, and returns when it is ready.
	 * @param log where its output goes
	 */
	public static StandaloneNameServer start(Place place, Path log) {
		Service service = new House(1, null, 0).nameServer().at(FreePorts.anyPair(), FreePorts.any());
		Map<String, String> properties = new LinkedHashMap<>(service.properties());
		properties.keySet().removeIf((property) -> property.endsWith(".health"));
		return new StandaloneNameServer(Standalone
			.start(Standalone.application(place, service), service,
					new Standalone.Launch(log, List.of(), List.of(), properties))
			.awaitReady(), service);
	}

	public int port() {
		return this.service.port();
	}

	public ProcessHandle process() {
		return this.process.process();
	}

	@Override
	public void close() {
		this.process.close();
	}

}
