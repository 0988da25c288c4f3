package dev.clickpath.cli.recommendations;

import java.nio.file.Files;
import java.nio.file.Path;

import dev.clickpath.cli.Place;
import dev.clickpath.cli.Problem;
import dev.clickpath.cli.application.OfflineEvaluation;
import dev.clickpath.cli.events.EventTranslation;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/**
 * Evaluates the model on any events.
 */
@Command(name = "evaluate", mixinStandardHelpOptions = true, sortOptions = false, description = {
		"Leaves out the last product of each visitor, predicts it from all the rest among all products, and prints",
		"how often popularity, co-visitation, item-kNN, EASE and the shop's model are right. Nothing has to run." })
final class RecommendationsEvaluate implements Runnable {

	@Parameters(paramLabel = "FILE", description = {
			"Lines of visitor,type,product,at, or of anything else that ./clickpath import events reads, by the same",
			"rules; where times are equal, the order counts." })
	private @Nullable Path file;

	@Override
	public void run() {
		if (this.file == null || !Files.isRegularFile(this.file) || !Files.isReadable(this.file)) {
			throw new Problem("%s is no file that can be read; name one with lines of visitor,type,product,at."
				.formatted(this.file));
		}
		if (!OfflineEvaluation.run(Place.current(), new EventTranslation(this.file)::write)) {
			throw new Problem("%s could not be evaluated.".formatted(this.file));
		}
	}

}
