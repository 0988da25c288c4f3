package dev.clickpath.cli.faults.feed;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.bench.Output;
import dev.clickpath.cli.shopping.Database;
import dev.clickpath.cli.shopping.OwnShop;
import dev.clickpath.cli.imports.FeedClient;
import dev.clickpath.cli.imports.FeedFile;
import dev.clickpath.cli.supervision.RunFile;
import dev.clickpath.cli.supervision.State;
import tools.jackson.databind.JsonNode;

/**
 * Imports a feed in all the ways there are, while people look at the shop.
 */
final class FeedTrial {

	private static final String CATALOGUE = "catalog-service";

	private static final int MANAGEMENT_DISTANCE = 1_000;

	private static final Duration RESTART_LIMIT = Duration.ofMinutes(5);

	private static final int LOOK_MILLIS = 200;

	private final OwnShop shop;

	private final int shoppers;

	private final Database database;

	private final List<Step> steps = new ArrayList<>();

	private boolean replaced;

	FeedTrial(OwnShop shop, int shoppers) {
		this.shop = shop;
		this.shoppers = shoppers;
		this.database = shop.database("catalog");
	}

	/**
	 * What the database says of the catalogue.
	 *
	 * @param versions another number when a row has been written again
	 */
	private record Products(long count, String versions) {
	}

	List<Step> run(int rows) throws SQLException, InterruptedException {
		Path folder = this.shop.folder();
		GeneratedFeed first = GeneratedFeed.write(folder.resolve("first.tsv"), rows, 0);
		GeneratedFeed second = GeneratedFeed.write(folder.resolve("second.tsv"), rows, 1);
		Products own = products();
		imports("a feed is added", first, false, "added");
		Products added = products();
		imports("the same feed again", first, false, "unchanged");
		expect("rows were written again", products().equals(added));
		imports("the feed is the whole catalogue", first, true, "unchanged");
		expect("products are there that the feed does not have", products().count() == first.usable());
		expect("the shop's own products are not gone",
				added.count() == first.usable() + own.count() && products().count() < added.count());
		dies("killed while it reads a feed", second,
				(progress) -> progress.path("rows").asLong() > rows / 2 || !isReading(progress));
		dies("killed while it changes products", second,
				(progress) -> progress.path("phase").asString().equals("writing"));
		imports("another price for every product", second, false, "changed");
		return this.steps;
	}

	private static boolean isReading(JsonNode progress) {
		return progress.path("phase").asString().equals("reading");
	}

	/** What is wrong is told with the latest step. */
	private void expect(String otherwise, boolean holds) {
		if (!holds) {
			this.steps.getLast().wrong().add(otherwise);
		}
	}

	private void imports(String what, GeneratedFeed feed, boolean replace, String expected) {
		Output.tell(what);
		List<String> wrong = new ArrayList<>();
		long start = System.nanoTime();
		try (Visits visits = new Visits(this.shop.address(), this.shoppers)) {
			JsonNode report = send(feed, replace, (progress) -> {
			});
			double seconds = (System.nanoTime() - start) / 1e9;
			if (report.path(expected).asInt() != feed.usable()
					|| report.path("refused").asInt() != feed.rows() - feed.usable()) {
				wrong.add(report.toString());
			}
			this.replaced |= replace;
			this.steps.add(new Step(what, feed.rows(), seconds, visits.end(), this.replaced, wrong));
		}
	}

	private JsonNode send(GeneratedFeed feed, boolean replace, Consumer<JsonNode> progress) {
		int port = URI.create(entry().address()).getPort() + MANAGEMENT_DISTANCE;
		return new FeedClient(port).send(new FeedFile(feed.file().toString()), replace, progress);
	}

	private RunFile.Entry entry() {
		return this.shop.process(CATALOGUE)
			.orElseThrow(() -> new Problem("The shop has no catalogue; look into its logs."));
	}

	private void dies(String what, GeneratedFeed feed, Predicate<JsonNode> moment)
			throws SQLException, InterruptedException {
		Output.tell(what);
		Products before = products();
		List<String> wrong = new ArrayList<>();
		ProcessHandle victim = entry().handle().orElseThrow();
		long start = System.nanoTime();
		try {
			JsonNode report = send(feed, true, (progress) -> {
				if (moment.test(progress)) {
					victim.destroyForcibly();
				}
			});
			wrong.add("it was not killed: " + report);
		}
		catch (Problem ex) {
			Output.tell(String.valueOf(ex.getMessage()));
		}
		awaitAnother(victim);
		if (!products().equals(before)) {
			wrong.add("the catalogue is not as it was");
		}
		this.steps.add(new Step(what, feed.rows(), (System.nanoTime() - start) / 1e9, List.of(), false, wrong));
	}

	private void awaitAnother(ProcessHandle dead) throws InterruptedException {
		long end = System.nanoTime() + RESTART_LIMIT.toNanos();
		while (entry().state() != State.UP || entry().handle().filter((process) -> !process.equals(dead)).isEmpty()) {
			if (System.nanoTime() > end) {
				throw new Problem(
						"The catalogue did not come back; look into the logs in %s.".formatted(this.shop.folder()));
			}
			TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
		}
	}

	private Products products() throws SQLException {
		return this.database.list(
				"select count(*) as products, sum(xmin::text::numeric * (1 + abs(hashtext(id))::bigint))::text as versions from product",
				(row) -> new Products(row.getLong("products"), row.getString("versions")))
			.getFirst();
	}

	/**
	 * The most memory that the catalogue's process has had, where the system tells.
	 */
	String memory() {
		Path status = Path.of("/proc", String.valueOf(entry().handle().map(ProcessHandle::pid).orElse(0L)), "status");
		try {
			return Files.readAllLines(status)
				.stream()
				.filter((line) -> line.startsWith("VmHWM:"))
				.map((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
				.map((mebibytes) -> String.format(Locale.UK, "The catalogue's process has had %,d MiB at most.",
						mebibytes))
				.findFirst()
				.orElse("");
		}
		catch (IOException ex) {
			return "";
		}
	}

}
