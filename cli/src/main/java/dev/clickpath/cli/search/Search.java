package dev.clickpath.cli.search;

import picocli.CommandLine.Command;

/**
 * Measures the search.
 */
@Command(name = "search", mixinStandardHelpOptions = true, subcommands = { SearchQuality.class, SearchSpeed.class },
		synopsisSubcommandLabel = "COMMAND", description = "Measures how good and how fast the shop's search is.")
public final class Search {

}
