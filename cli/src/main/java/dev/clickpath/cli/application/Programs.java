package dev.clickpath.cli.application;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.certificates.Certificates;
import dev.clickpath.cli.house.House;
import dev.clickpath.cli.house.Service;
import dev.clickpath.cli.house.Tier;
import dev.clickpath.cli.postgres.Postgres;
import dev.clickpath.cli.supervision.HttpReadiness;
import dev.clickpath.cli.supervision.Program;

/**
 * Turns the house's description into commands.
 */
public final class Programs {

	/** Two arenas are enough for what services allocate outside their heaps. */
	static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

	private static final String LOOPBACK = "127.0.0.1";

	private static final String EDGE = "cdn-edge";

	private final House house;

	private final Home home;

	private final Postgres postgres;

	private final Certificates certificates;

	private final Map<String, Application> applications;

	/**
	 * The programs of a house.
	 * @param applications the unpacked jars by module
	 */
	public Programs(House house, Home home, Postgres postgres, Certificates certificates,
			Map<String, Application> applications) {
		this.house = house;
		this.home = home;
		this.postgres = postgres;
		this.certificates = certificates;
		this.applications = applications;
	}

	/**
	 * All of them. They are started side by side: a service waits for its database.
	 */
	public List<Program> all() {
		List<Program> programs = new ArrayList<>();
		programs.add(database());
		this.house.services()
			.forEach((service) -> programs.add(service(service, Jvm.run(service, application(service)))));
		return List.copyOf(programs);
	}

	Application application(Service service) {
		Application application = this.applications.get(service.module());
		if (application == null) {
			throw new IllegalArgumentException("No jar for " + service.name());
		}
		return application;
	}

	private Program database() {
		int port = this.house.postgresPort();
		return new Program(House.POSTGRES, Tier.DATABASE, LOOPBACK + ":" + port, this.postgres.serverCommand(port),
				Map.of(), this.home.folder(), this.postgres::isReady);
	}

	Program service(Service service, List<String> java) {
		List<String> command = new ArrayList<>(java);
		Map<String, String> environment = new HashMap<>(ENVIRONMENT);
		command.add("--server.port=" + service.port());
		if (!isPublic(service)) {
			command.add("--server.address=" + LOOPBACK);
		}
		command.add("--management.server.port=" + service.managementPort());
		String database = service.database();
		if (database != null) {
			command.add("--spring.datasource.url=jdbc:postgresql://127.0.0.1:%d/%s".formatted(this.house.postgresPort(),
					database));
			command.add("--spring.datasource.username=" + database);
			command.add("--spring.flyway.connect-retries=60");
			command.add("--spring.flyway.connect-retries-interval=1s");
			environment.put("SPRING_DATASOURCE_PASSWORD", this.postgres.password(database));
		}
		if (service.module().equals(EDGE)) {
			command.add("--clickpath.edge.purge-token-file=" + this.home.purgeToken());
		}
		Service.Tls tls = service.tls();
		if (tls != null) {
			command.add("--%s.port=%d".formatted(tls.prefix(), tls.port()));
			command.add("--%s.certificate=%s".formatted(tls.prefix(), this.certificates.certificate()));
			command.add("--%s.private-key=%s".formatted(tls.prefix(), this.certificates.privateKey()));
		}
		service.properties().forEach((property, value) -> command.add("--%s=%s".formatted(property, value)));
		return new Program(service.name(), service.tier(), address(service), command, environment,
				application(service).folder(), HttpReadiness.at(service.managementPort()));
	}

	private static String address(Service service) {
		return isNameServer(service) ? LOOPBACK + ":" + service.port()
				: "http://%s:%d".formatted(isPublic(service) ? "localhost" : LOOPBACK, service.port());
	}

	/**
	 * Only gateway and edge listen to the world. The name server would by its tier, but
	 * has addresses of its own, this machine's.
	 */
	private static boolean isPublic(Service service) {
		return service.tier() == Tier.ENTRANCE && !isNameServer(service);
	}

	private static boolean isNameServer(Service service) {
		return service.module().equals(House.NAME_SERVER);
	}

}
