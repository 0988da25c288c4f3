package dev.clickpath.cli.application;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.clickpath.cli.Place;
import dev.clickpath.cli.certificates.Certificates;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.house.House;
import dev.clickpath.cli.house.Service;
import org.jspecify.annotations.Nullable;

/**
 * The edge without the rest of the shop, before whatever origin it is given: a process
 * with the same options as in the shop.
 */
public final class StandaloneEdge implements AutoCloseable {

	private final Standalone process;

	private final Service service;

	private StandaloneEdge(Standalone process, Service service) {
		this.process = process;
		this.service = service;
	}

	/**
	 * How it is started.
	 *
	 * @param originPort where its origin answers on this machine
	 * @param log where its output goes
	 * @param prefix what its command is put behind
	 * @param jvm options of the JVM beyond those it has in the shop
	 * @param properties what it is told beyond what it is told in the shop
	 * @param certificates what it shows, or null when nobody asks over TLS
	 */
	public record Setup(int originPort, Path log, List<String> prefix, List<String> jvm, Map<String, String> properties,
			@Nullable Certificates certificates) {
	}

	/**
	 * Starts it, and returns when it is ready.
	 */
	public static StandaloneEdge start(Place place, Setup setup) {
		Service service = new House(1, null, 0).edge().at(FreePorts.anyPair(), FreePorts.any());
		return new StandaloneEdge(Standalone
			.start(Standalone.application(place, service), service,
					new Standalone.Launch(setup.log(), setup.prefix(), setup.jvm(), properties(service, setup)))
			.awaitReady(), service);
	}

	private static Map<String, String> properties(Service service, Setup setup) {
		Map<String, String> properties = new LinkedHashMap<>(service.properties());
		properties.put("clickpath.edge.origin", "http://127.0.0.1:" + setup.originPort());
		Certificates certificates = setup.certificates();
		Service.Tls tls = service.tls();
		if (certificates != null && tls != null) {
			properties.put(tls.prefix() + ".port", Integer.toString(tls.port()));
			properties.put(tls.prefix() + ".certificate", certificates.certificate().toString());
			properties.put(tls.prefix() + ".private-key", certificates.privateKey().toString());
		}
		properties.putAll(setup.properties());
		return properties;
	}

	public int port() {
		return this.service.port();
	}

	/**
	 * Where it answers over TLS, if it does.
	 */
	public int tlsPort() {
		return Objects.requireNonNull(this.service.tls()).port();
	}

	public URI management() {
		return URI.create("http://127.0.0.1:" + this.process.managementPort());
	}

	public ProcessHandle process() {
		return this.process.process();
	}

	/**
	 * Whether it has ended by itself, or does in that time.
	 */
	public boolean hasEnded(Duration time) {
		return this.process.hasEnded(time);
	}

	@Override
	public void close() {
		this.process.close();
	}

}
