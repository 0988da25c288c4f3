package dev.clickpath.cli.recommendations;

import picocli.CommandLine.Command;

/**
 * Measures the recommendations.
 */
@Command(name = "recommendations", mixinStandardHelpOptions = true,
		subcommands = { RecommendationsEvaluate.class, RecommendationsSpeed.class, RecommendationsSimulate.class },
		synopsisSubcommandLabel = "COMMAND",
		description = "Measures how good and how fast the shop's recommendations are.")
public final class Recommendations {

}
