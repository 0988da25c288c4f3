package dev.clickpath.cli.bench.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.clickpath.cli.Place;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.application.StandaloneGateway;
import dev.clickpath.cli.bench.Output;
import dev.clickpath.cli.bench.Workbench;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.process.Companion;
import dev.clickpath.cli.process.Cores;
import dev.clickpath.cli.process.Executables;

/**
 * Starts the gateway, Spring Cloud Gateway as it comes, and those peers that are
 * installed here, all before the same upstreams.
 */
final class Arena {

	/** Ten lines: {@code @EnableAutoConfiguration} and nothing else. */
	private static final String STOCK_SOURCE = "StockGateway.java";

	private final Workbench workbench;

	private final Cores cores;

	private final Pages pages;

	Arena(Workbench workbench, Cores cores, Pages pages) {
		this.workbench = workbench;
		this.cores = cores;
		this.pages = pages;
	}

	/**
	 * All of them, ready, the gateway first.
	 */
	List<Balancer> open() {
		List<Balancer> balancers = new ArrayList<>(List.of(gateway(), stock()));
		for (Peer peer : Peer.all()) {
			Optional<Path> executable = Executables.find(peer.program());
			executable.ifPresentOrElse((found) -> balancers.add(peer(peer, found)), () -> Output.tell(peer.absence()));
		}
		return balancers;
	}

	private Balancer gateway() {
		StandaloneGateway gateway = this.workbench
			.put(StandaloneGateway.start(Place.current(), setup("gateway", this.cores.server())));
		return checked(new Balancer(Balancer.GATEWAY, gateway.process(), gateway.port()));
	}

	/**
	 * How the gateway is started before the pages.
	 * @param prefix what its command is put behind
	 */
	StandaloneGateway.Setup setup(String name, List<String> prefix) {
		return new StandaloneGateway.Setup(this.pages.upstreams(), this.workbench.folder(name).resolve("gateway.log"),
				prefix, List.of(),
				Map.of("clickpath.gateway.health.port-offset", "0", "clickpath.gateway.health.path", "/ready"));
	}

	/** The same options of the JVM as for the gateway, but for its cache of classes. */
	private Balancer stock() {
		Path folder = this.workbench.folder("stock");
		int port = FreePorts.any();
		Path libraries = StandaloneGateway.libraries(Place.current());
		List<String> command = new ArrayList<>(this.cores.server());
		command.addAll(StandaloneGateway.java());
		command.addAll(List.of("--class-path", libraries + "/*", source(folder).toString()));
		command.addAll(List.of("--server.port=" + port, "--server.address=127.0.0.1",
				"--spring.config.location=optional:file:" + folder + "/",
				"--spring.cloud.gateway.server.webflux.routes[0].id=storefront",
				"--spring.cloud.gateway.server.webflux.routes[0].uri=lb://storefront",
				"--spring.cloud.gateway.server.webflux.routes[0].predicates[0]=Path=/**"));
		for (int i = 0; i < this.pages.upstreams().size(); i++) {
			command.add("--spring.cloud.discovery.client.simple.instances.storefront[%d].uri=%s".formatted(i,
					this.pages.upstreams().get(i)));
		}
		return start(Balancer.STOCK, command, folder, port);
	}

	private static Path source(Path folder) {
		Path source = folder.resolve(STOCK_SOURCE);
		try (InputStream content = Objects.requireNonNull(Arena.class.getResourceAsStream(STOCK_SOURCE + ".txt"))) {
			Files.copy(content, source);
			return source;
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The temporary folder cannot be written", ex);
		}
	}

	private Balancer peer(Peer peer, Path executable) {
		Path folder = this.workbench.folder(peer.program());
		int port = FreePorts.any();
		Path configuration = folder.resolve("configuration");
		List<URI> upstreams = this.pages.upstreams();
		try {
			Files.writeString(configuration, peer.configuration(folder, port, upstreams, this.cores.count()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("A configuration cannot be written", ex);
		}
		List<String> command = new ArrayList<>(this.cores.server());
		command.addAll(peer.command(executable, configuration, folder));
		return start(peer.name(), command, folder, port);
	}

	private Balancer start(String name, List<String> command, Path folder, int port) {
		Companion companion = this.workbench
			.put(Companion.start(name, command, Map.of(), folder, folder.resolve("output.log")));
		companion.await(() -> Balancer.answers(port), Balancer.PATIENCE);
		return new Balancer(name, companion.handle(), port);
	}

	private static Balancer checked(Balancer balancer) {
		if (!Balancer.answers(balancer.port())) {
			throw new Problem("The gateway does not pass the page on; it was built wrongly or is broken.");
		}
		return balancer;
	}

}
