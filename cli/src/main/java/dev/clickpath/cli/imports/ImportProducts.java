package dev.clickpath.cli.imports;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.bench.Output;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/**
 * Brings products.
 */
@Command(name = "products", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Brings the products of a feed into the running shop: tab-separated, with the fields' names on the first",
		"line, or JSON Lines; gzipped or not. Products that are there are changed where the feed differs, others",
		"are added. Rows that cannot be used are told with their line and left out. The shop stays open." })
final class ImportProducts implements Runnable {

	@Parameters(paramLabel = "FILE", description = "The feed, or - for what is piped in.")
	@SuppressWarnings("NullAway.Init")
	private String file;

	@Option(names = "--replace", description = "Take the feed for the whole catalogue: products it does not have go.")
	private boolean replace;

	@Option(names = "--catalog", paramLabel = "URL",
			description = "The management port of a catalogue elsewhere: http://catalog-service:9101.")
	private @Nullable URI catalog;

	@Mixin
	private final ManagementPort managementPort = new ManagementPort();

	@Spec
	private @Nullable CommandSpec spec;

	@Mixin
	private final Output output = new Output();

	@Override
	public void run() {
		FeedClient client = client();
		long start = System.nanoTime();
		JsonNode report = client.send(new FeedFile(this.file), this.replace,
				(progress) -> Output.tell(line(progress, System.nanoTime() - start)));
		this.output.print(report, lines(report));
	}

	private FeedClient client() {
		if (this.catalog == null) {
			return new FeedClient(this.managementPort.of("catalog-service"));
		}
		String host = this.catalog.getHost();
		if (host == null || this.catalog.getPort() < 0 || !"http".equals(this.catalog.getScheme())) {
			String message = "--catalog takes an address like http://catalog-service:9101, not " + this.catalog;
			throw (this.spec != null) ? new ParameterException(this.spec.commandLine(), message)
					: new Problem(message + ".");
		}
		return new FeedClient(host, this.catalog.getPort());
	}

	/**
	 * How far it is, as a person reads it.
	 */
	static String line(JsonNode progress, long nanos) {
		long rows = progress.path("rows").asLong();
		return String.format(Locale.UK, "%6.1f s  %-9s  %,d rows (%,.0f/s), %,d refused", nanos / 1e9,
				progress.path("phase").asString(), rows, rows / Math.max(nanos / 1e9, 0.001),
				progress.path("refused").asLong());
	}

	/**
	 * What came of it, as a person reads it.
	 */
	static List<String> lines(JsonNode report) {
		double seconds = report.path("milliseconds").asLong() / 1_000.0;
		long rows = report.path("rows").asLong();
		List<String> lines = new ArrayList<>();
		lines.add(String.format(Locale.UK, "%,d rows in %,.1f s (%,.0f/s).", rows, seconds,
				rows / Math.max(seconds, 0.001)));
		lines.add(String.format(Locale.UK,
				"Products: %,d added, %,d changed, %,d unchanged, %,d removed; there are %,d now.",
				report.path("added").asLong(), report.path("changed").asLong(), report.path("unchanged").asLong(),
				report.path("removed").asLong(), report.path("products").asLong()));
		if (!report.path("ignoredFields").isEmpty()) {
			lines.add("Fields that mean nothing here: "
					+ String.join(", ", report.path("ignoredFields").valueStream().map(JsonNode::asString).toList())
					+ ".");
		}
		long refused = report.path("refused").asLong();
		if (refused > 0) {
			lines.add(String.format(Locale.UK, "Rows that were left out: %,d.", refused));
			report.path("refusals")
				.forEach((refusal) -> lines
					.add("  line %d: %s".formatted(refusal.path("line").asLong(), refusal.path("reason").asString())));
			long more = refused - report.path("refusals").size();
			if (more > 0) {
				lines.add(String.format(Locale.UK, "  and %,d more", more));
			}
		}
		return lines;
	}

}
