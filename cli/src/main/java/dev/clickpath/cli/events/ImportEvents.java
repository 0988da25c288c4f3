package dev.clickpath.cli.events;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.clickpath.cli.Place;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.supervision.RunFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Tells the running shop what visitors did elsewhere.
 */
@Command(name = "events", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Tells the running shop what visitors did, from a CSV file, which may be gzipped:",
		"visitor,type,product,at in this order, or in the order of a header, which may also name region, category",
		"and brand. The type is view, basket or purchase; the time 2026-01-31T12:00:00Z, the same without Z or as a",
		"date (UTC), or seconds or milliseconds since 1970. A bad line is told and skipped, the rest goes in. It may",
		"be run again: what is known counts once." })
public final class ImportEvents implements Runnable {

	private static final String SERVICE = "recommendation-service";

	@Parameters(paramLabel = "FILE", description = "The file.")
	@SuppressWarnings("NullAway.Init")
	private Path file;

	@Option(names = "--url", paramLabel = "URL",
			description = "A recommendation-service that runs elsewhere (default: that of the shop that is up here).")
	private @Nullable URI url;

	@Override
	public void run() {
		if (!Files.isReadable(this.file) || Files.isDirectory(this.file)) {
			throw new Problem("There is no file %s that can be read; name one that is there.".formatted(this.file));
		}
		Report report = new Report(System.err);
		try (EventFile events = EventFile.open(this.file); Teller teller = new Teller(address(), report)) {
			for (EventLine line = events.next(); line != null; line = events.next()) {
				teller.tell(line);
			}
			teller.flush();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("%s cannot be read to its end; %s".formatted(this.file, report.soFar()), ex);
		}
		System.out.println(report.summary());
	}

	private URI address() {
		if (this.url != null) {
			return this.url;
		}
		return RunFile.read(Place.current().home())
			.flatMap((run) -> run.address(SERVICE))
			.orElseThrow(() -> new Problem(
					"No shop is running here; start one with ./clickpath up, or name its " + SERVICE + " with --url."));
	}

}
