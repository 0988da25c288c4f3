package dev.clickpath.cli.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import dev.clickpath.cli.Bounds;
import dev.clickpath.cli.Place;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.application.StandaloneRecommendation;
import dev.clickpath.cli.process.CpuTime;
import dev.clickpath.cli.process.Memory;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Measures how many events come in, and that none is lost.
 */
@Command(name = "events", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Tells a recommendation-service and a PostgreSQL of their own as many events as they take, one batch in ten",
		"twice, and counts what is stored. The client, the service and PostgreSQL share all cores." })
final class BenchEvents implements Runnable {

	@Spec
	private @Nullable CommandSpec spec;

	@Option(names = "--seconds", paramLabel = "N", defaultValue = "20",
			description = "How long it is measured; it is warmed up as long (default: ${DEFAULT-VALUE}).")
	private int seconds;

	@Option(names = "--batch", paramLabel = "N", defaultValue = "100",
			description = "Events in a request; a storefront sends up to 100 (default: ${DEFAULT-VALUE}).")
	private int batch;

	@Option(names = "--connections", paramLabel = "N", defaultValue = "8",
			description = "How many tell at the same time (default: ${DEFAULT-VALUE}).")
	private int connections;

	@Mixin
	private final Output output = new Output();

	@Override
	public void run() {
		Bounds.check(this.spec, "--seconds", this.seconds, 1, 600);
		Bounds.check(this.spec, "--batch", this.batch, 1, 1_000);
		Bounds.check(this.spec, "--connections", this.connections, 1, 64);
		try (Workbench workbench = new Workbench()) {
			StandaloneRecommendation service = workbench.put(StandaloneRecommendation.start(Place.current()));
			EventFigures figures = measure(service);
			this.output.print(figures, figures.lines());
		}
	}

	private EventFigures measure(StandaloneRecommendation service) {
		EventLoad load = new EventLoad(service.port(), this.batch);
		Duration time = Duration.ofSeconds(this.seconds);
		Output.tell("Warming up for %d s".formatted(this.seconds));
		EventLoad.Told warmUp = load.run(this.connections, time);
		Output.tell("Measuring for %d s".formatted(this.seconds));
		Duration serviceBefore = CpuTime.ofFamily(service.process());
		Duration databaseBefore = CpuTime.ofFamily(service.database());
		EventLoad.Told told = load.run(this.connections, time);
		Duration serviceTime = CpuTime.ofFamily(service.process()).minus(serviceBefore);
		Duration databaseTime = CpuTime.ofFamily(service.database()).minus(databaseBefore);
		return new EventFigures(this.batch, told.events(), told.seconds(), told.millis(0.5), told.millis(0.99),
				micros(serviceTime, told.events()), micros(databaseTime, told.events()),
				Memory.of(service.process()).resident() / 1024, warmUp.events() + told.events(), stored(service));
	}

	private static double micros(Duration time, long events) {
		return time.toNanos() / 1e3 / events;
	}

	private static long stored(StandaloneRecommendation service) {
		try (Connection connection = DriverManager.getConnection(service.databaseUrl(), service.databaseUser(),
				service.databasePassword());
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select count(*) from event")) {
			row.next();
			return row.getLong(1);
		}
		catch (SQLException ex) {
			throw new Problem("The stored events cannot be counted (%s); run it again.".formatted(ex.getMessage()), ex);
		}
	}

}
