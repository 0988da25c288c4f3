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
 * The recommendation service without the rest of the shop, on a PostgreSQL of its own
 * that is empty at the start: both are processes with the same options as in the shop.
 */
public final class StandaloneRecommendation implements AutoCloseable {

	private static final String DATABASE = "recommendation";

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final Companion database;

	private final Standalone process;

	private final int port;

	private final Path log;

	private StandaloneRecommendation(Companion database, Standalone process, int port, Path log) {
		this.database = database;
		this.process = process;
		this.port = port;
		this.log = log;
	}

	/**
	 * Starts both, and returns when the service is ready.
	 */
	public static StandaloneRecommendation start(Place place) {
		Path folder = place.home().folder().resolve("standalone/recommendation");
		Home.delete(folder.resolve("postgres"));
		Home home = new Home(folder).open();
		Service service = service();
		Application application = Standalone.application(place, service);
		Postgres postgres = new Postgres(home, List.of(DATABASE));
		postgres.prepare();
		int databasePort = FreePorts.any();
		Companion database = Companion.start("PostgreSQL", postgres.serverCommand(databasePort), Map.of(),
				home.folder(), home.log("postgres"));
		try {
			database.await(() -> postgres.isReady(database.handle().pid()), PATIENCE);
			Map<String, String> properties = new LinkedHashMap<>(service.properties());
			properties.put("spring.datasource.url",
					"jdbc:postgresql://127.0.0.1:%d/%s".formatted(databasePort, DATABASE));
			properties.put("spring.datasource.username", DATABASE);
			properties.put("logging.level.dev.clickpath.recommendation.learning", "debug");
			Path log = home.log(service.name());
			Standalone process = Standalone.start(application, service,
					new Standalone.Launch(log, List.of(), List.of(), properties),
					Map.of("SPRING_DATASOURCE_PASSWORD", postgres.password(DATABASE)));
			process.awaitReady();
			return new StandaloneRecommendation(database, process, service.port(), log);
		}
		catch (RuntimeException ex) {
			database.close();
			throw ex;
		}
	}

	private static Service service() {
		return new House(1, null, 0).services()
			.stream()
			.filter((service) -> service.module().equals("recommendation-service"))
			.findFirst()
			.orElseThrow()
			.at(FreePorts.anyPair(), 0);
	}

	public int port() {
		return this.port;
	}

	public ProcessHandle process() {
		return this.process.process();
	}

	/**
	 * What it has said so far.
	 */
	public Path log() {
		return this.log;
	}

	@Override
	public void close() {
		this.process.close();
		this.database.close();
	}

}
