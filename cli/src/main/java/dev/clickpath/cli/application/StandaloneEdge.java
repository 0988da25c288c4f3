package dev.clickpath.cli.application;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.certificates.Certificates;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.house.House;
import dev.clickpath.cli.house.Service;
import dev.clickpath.cli.process.Companion;
import dev.clickpath.cli.supervision.HttpReadiness;
import org.jspecify.annotations.Nullable;

/**
 * The edge without the rest of the shop, before whatever origin it is given: a process
 * with the same options as in the shop.
 */
public final class StandaloneEdge implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final Companion companion;

	private final Service service;

	private final int managementPort;

	private StandaloneEdge(Companion companion, Service service, int managementPort) {
		this.companion = companion;
		this.service = service;
		this.managementPort = managementPort;
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
		int managementPort = FreePorts.any();
		Service service = new House(1, null, 0).edge().at(FreePorts.any(), FreePorts.any());
		// Not the running shop's folder of unpacked jars, from which a new one drives the
		// old one out.
		Home home = new Home(place.home().folder().resolve("standalone")).open();
		Application application = Application.of(place.checkout(), service.module(), home);
		List<String> command = new ArrayList<>(setup.prefix());
		command.addAll(Jvm.run(service, application, setup.jvm()));
		command.add("--server.port=" + service.port());
		command.add("--server.address=127.0.0.1");
		command.add("--management.server.port=" + managementPort);
		properties(service, setup).forEach((property, value) -> command.add("--%s=%s".formatted(property, value)));
		Companion companion = Companion.start("The edge", command, Programs.ENVIRONMENT, application.folder(),
				setup.log());
		StandaloneEdge edge = new StandaloneEdge(companion, service, managementPort);
		edge.await(HttpReadiness.at(managementPort));
		return edge;
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

	private void await(HttpReadiness ready) {
		try {
			this.companion.await(() -> ready.test(process().pid()), PATIENCE);
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
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
		return URI.create("http://127.0.0.1:" + this.managementPort);
	}

	public ProcessHandle process() {
		return this.companion.handle();
	}

	/**
	 * Whether it has ended by itself, or does in that time.
	 */
	public boolean hasEnded(Duration time) {
		return this.companion.endsWithin(time);
	}

	@Override
	public void close() {
		this.companion.close();
	}

}
