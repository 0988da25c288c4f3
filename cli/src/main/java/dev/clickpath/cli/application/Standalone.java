package dev.clickpath.cli.application;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.house.Service;
import dev.clickpath.cli.process.Companion;
import dev.clickpath.cli.process.Signal;
import dev.clickpath.cli.supervision.HttpReadiness;

/**
 * A service without the rest of the shop: a process with the same options as in the shop,
 * on ports of its own.
 */
final class Standalone implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final Duration PATIENCE_WITH_CACHE = Duration.ofMinutes(3);

	private final Companion companion;

	private final int managementPort;

	private Standalone(Companion companion, int managementPort) {
		this.companion = companion;
		this.managementPort = managementPort;
	}

	/**
	 * How it is started.
	 *
	 * @param log where its output goes
	 * @param prefix what its command is put behind
	 * @param jvm options of the JVM beyond those it has in the shop
	 * @param properties what it is told
	 */
	record Launch(Path log, List<String> prefix, List<String> jvm, Map<String, String> properties) {
	}

	/**
	 * Not the running shop's folder of unpacked jars, from which a new one drives the old
	 * one out.
	 */
	static Application application(Place place, Service service) {
		Home home = new Home(place.home().folder().resolve("standalone")).open();
		return Application.of(place.checkout(), service.module(), home);
	}

	/**
	 * Starts it, and returns at once.
	 */
	static Standalone start(Application application, Service service, Launch launch) {
		return start(application, service, launch, Map.of());
	}

	/**
	 * The same with what must not be seen on a command line.
	 */
	static Standalone start(Application application, Service service, Launch launch, Map<String, String> secrets) {
		return start(application, service, launch, Jvm.run(service, application, launch.jvm()), secrets);
	}

	private static Standalone start(Application application, Service service, Launch launch, List<String> java,
			Map<String, String> secrets) {
		int managementPort = service.managementPort();
		List<String> command = new ArrayList<>(launch.prefix());
		command.addAll(java);
		command.add("--server.port=" + service.port());
		command.add("--server.address=127.0.0.1");
		command.add("--management.server.port=" + managementPort);
		launch.properties().forEach((property, value) -> command.add("--%s=%s".formatted(property, value)));
		Map<String, String> environment = new HashMap<>(Programs.ENVIRONMENT);
		environment.putAll(secrets);
		return new Standalone(
				Companion.start("The " + service.module(), command, environment, application.folder(), launch.log()),
				managementPort);
	}

	/**
	 * Runs it once, lets it be used, and has it write its cache of loaded classes.
	 * @param use what is done with it while it runs
	 */
	static void writeCache(Application application, Service service, Launch launch, Runnable use) {
		Path cache = Jvm.cache(service, application);
		try (Standalone training = start(application, service, launch, Jvm.record(service, application, cache),
				Map.of())) {
			training.awaitReady();
			use.run();
			Signal.TERM.send(training.process().pid());
			if (!training.hasEnded(PATIENCE_WITH_CACHE) || !Files.exists(cache)) {
				throw new Problem("No cache of loaded classes could be written; see %s.".formatted(launch.log()));
			}
		}
	}

	/**
	 * Returns when it is ready.
	 */
	Standalone awaitReady() {
		return awaitReady(PATIENCE);
	}

	/**
	 * Returns when it is ready.
	 */
	Standalone awaitReady(Duration patience) {
		HttpReadiness ready = HttpReadiness.at(this.managementPort);
		try {
			this.companion.await(() -> ready.test(process().pid()), patience);
			return this;
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	int managementPort() {
		return this.managementPort;
	}

	ProcessHandle process() {
		return this.companion.handle();
	}

	boolean hasEnded(Duration time) {
		return this.companion.endsWithin(time);
	}

	@Override
	public void close() {
		this.companion.close();
	}

}
