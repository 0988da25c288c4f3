package dev.clickpath.cli.search;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.clickpath.cli.Place;
import dev.clickpath.cli.application.StandaloneCatalog;
import dev.clickpath.cli.bench.Output;
import dev.clickpath.cli.bench.Workbench;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Measures how good the answers are.
 */
@Command(name = "quality", mixinStandardHelpOptions = true, sortOptions = false,
		description = { "Asks the shop's catalogue the judged queries, and beside it plain BM25 over one field and",
				"PostgreSQL's full-text search, all on the same products. Nothing else has to run." })
final class SearchQuality implements Runnable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	@Option(names = "--judgements", paramLabel = "FILE", description = "Other judged queries than those delivered.")
	private @Nullable Path file;

	@Option(names = "--weak", description = "Show the queries answered worst, but none of those kept unseen.")
	private boolean weak;

	@Mixin
	private final Output output = new Output();

	@Override
	public void run() {
		Judgements judgements = (this.file != null) ? Judgements.of(this.file) : Judgements.own();
		Output.tell("Starting the catalogue");
		try (Workbench workbench = new Workbench()) {
			StandaloneCatalog catalog = workbench.put(StandaloneCatalog.start(Place.current(), 0, PATIENCE));
			Database database = workbench.put(Database.of(catalog));
			List<Article> articles = database.articles();
			Map<JudgedQuery, Map<String, Integer>> grades = judgements.grades(articles);
			FullText fullText = workbench.put(FullText.over(database));
			ShopSearch shop = workbench.put(ShopSearch.at(catalog.port()));
			QualityReport report = QualityReport.of(judgements, grades,
					List.of(new PlainBm25(articles), fullText, shop));
			List<String> lines = report.lines(articles.size());
			this.output.print(report.means(), this.weak ? report.withWeak(lines, shop.name()) : lines);
		}
	}

}
