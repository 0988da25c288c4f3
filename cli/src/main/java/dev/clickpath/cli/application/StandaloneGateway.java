package dev.clickpath.cli.application;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.house.House;
import dev.clickpath.cli.house.Service;

/**
 * The gateway without the rest of the shop, before whatever upstreams it is given: a
 * process with the same options as in the shop.
 */
public final class StandaloneGateway implements AutoCloseable {

	private final Standalone process;

	private final int port;

	private StandaloneGateway(Standalone process, int port) {
		this.process = process;
		this.port = port;
	}

	/**
	 * How it is started.
	 *
	 * @param upstreams the addresses of what it balances over
	 * @param log where its output goes
	 * @param prefix what its command is put behind
	 * @param jvm options of the JVM beyond those it has in the shop
	 * @param properties what it is told beyond what it is told in the shop
	 */
	public record Setup(List<URI> upstreams, Path log, List<String> prefix, List<String> jvm,
			Map<String, String> properties) {
	}

	/**
	 * Starts it, and returns when it is ready.
	 */
	public static StandaloneGateway start(Place place, Setup setup) {
		StandaloneGateway gateway = launch(place, setup);
		gateway.process.awaitReady();
		return gateway;
	}

	/**
	 * Starts it, and returns at once.
	 */
	public static StandaloneGateway launch(Place place, Setup setup) {
		Service service = service();
		return new StandaloneGateway(
				Standalone.start(Standalone.application(place, service), service, launch(service, setup)),
				service.port());
	}

	/**
	 * Runs it once to write its cache of loaded classes, which the next one uses.
	 * @param use what is done with it while it runs; it is given its port
	 */
	public static void train(Place place, Setup setup, IntConsumer use) {
		Service service = service();
		Standalone.writeCache(Standalone.application(place, service), service, launch(service, setup),
				() -> use.accept(service.port()));
	}

	/**
	 * Forgets the cache of loaded classes.
	 */
	public static void forgetCache(Place place) {
		Service service = service();
		Home.delete(Jvm.cache(service, Standalone.application(place, service)));
	}

	/**
	 * Its jars, unpacked: Spring Cloud Gateway itself among them.
	 */
	public static Path libraries(Place place) {
		return Standalone.application(place, service()).folder().resolve("lib");
	}

	/**
	 * The java it runs on, with its options but for the cache of loaded classes.
	 */
	public static List<String> java() {
		return Jvm.command(service());
	}

	private static Service service() {
		return new House(2, null, 0).services()
			.stream()
			.filter((service) -> service.module().equals("gateway"))
			.findFirst()
			.orElseThrow()
			.at(FreePorts.anyPair(), FreePorts.any());
	}

	private static Standalone.Launch launch(Service service, Setup setup) {
		Map<String, String> properties = new LinkedHashMap<>(service.properties());
		properties.put("clickpath.gateway.storefronts",
				String.join(",", setup.upstreams().stream().map(URI::toString).toList()));
		properties.putAll(setup.properties());
		return new Standalone.Launch(setup.log(), setup.prefix(), setup.jvm(), properties);
	}

	public int port() {
		return this.port;
	}

	public URI management() {
		return URI.create("http://127.0.0.1:" + this.process.managementPort());
	}

	public ProcessHandle process() {
		return this.process.process();
	}

	@Override
	public void close() {
		this.process.close();
	}

}
