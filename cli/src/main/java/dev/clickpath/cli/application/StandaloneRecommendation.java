package dev.clickpath.cli.application;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.Home;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.house.House;
import dev.clickpath.cli.house.Service;
import dev.clickpath.cli.postgres.Postgres;
import dev.clickpath.cli.process.Companion;

/**
 * The recommendations without the rest of the shop, on an empty PostgreSQL of their own:
 * both are processes with the same options as in the shop.
 */
public final class StandaloneRecommendation implements AutoCloseable {

	private static final String DATABASE = "recommendation";

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final Companion database;

	private final String url;

	private final String password;

	private final Standalone process;

	private final int port;

	private final Path log;

	private StandaloneRecommendation(Companion database, String url, String password, Standalone process, int port,
			Path log) {
		this.database = database;
		this.url = url;
		this.password = password;
		this.log = log;
		this.process = process;
		this.port = port;
	}

	/**
	 * Starts both, and returns when events can be told.
	 */
	public static StandaloneRecommendation start(Place place) {
		Home home = new Home(place.home().folder().resolve("standalone/recommendation")).open();
		Postgres.forget(home);
		Service service = service();
		Application application = Standalone.application(place, service);
		Postgres postgres = new Postgres(home, List.of(DATABASE));
		postgres.prepare();
		int databasePort = FreePorts.any();
		Companion database = Companion.start("PostgreSQL", postgres.serverCommand(databasePort), Map.of(),
				home.folder(), home.log("postgres"));
		try {
			database.await(() -> postgres.isReady(database.handle().pid()), PATIENCE);
			String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(databasePort, DATABASE);
			String password = postgres.password(DATABASE);
			Map<String, String> properties = new LinkedHashMap<>(service.properties());
			properties.put("spring.datasource.url", url);
			properties.put("logging.level.dev.clickpath.recommendation.learning", "debug");
			properties.put("spring.datasource.username", DATABASE);
			Path log = home.log(service.name());
			Standalone process = Standalone.start(application, service,
					new Standalone.Launch(log, List.of(), List.of(), properties),
					Map.of("SPRING_DATASOURCE_PASSWORD", password));
			process.awaitReady(PATIENCE);
			return new StandaloneRecommendation(database, url, password, process, service.port(), log);
		}
		catch (RuntimeException ex) {
			database.close();
			throw ex;
		}
	}

	private static Service service() {
		return new House(1, 0, 0).services()
			.stream()
			.filter((service) -> service.module().equals("recommendation-service"))
			.findFirst()
			.orElseThrow()
			.at(FreePorts.anyPair(), 0);
	}

	public int port() {
		return this.port;
	}

	/**
	 * What it has said so far.
	 */
	public Path log() {
		return this.log;
	}

	/**
	 * The address of its database, as JDBC has it.
	 */
	public String databaseUrl() {
		return this.url;
	}

	public String databaseUser() {
		return DATABASE;
	}

	public String databasePassword() {
		return this.password;
	}

	public ProcessHandle process() {
		return this.process.process();
	}

	public ProcessHandle database() {
		return this.database.handle();
	}

	@Override
	public void close() {
		this.process.close();
		this.database.close();
	}

}
