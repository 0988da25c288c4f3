package dev.clickpath.cli.soak;

import picocli.CommandLine.Command;

/**
 * Long trials.
 */
@Command(name = "soak", mixinStandardHelpOptions = true, subcommands = SoakEdge.class,
		synopsisSubcommandLabel = "COMMAND", description = "Tries a part of the shop hard, for minutes.")
public final class Soak {

}
