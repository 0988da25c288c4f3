package dev.clickpath.cli;

import dev.clickpath.cli.events.ImportEvents;
import picocli.CommandLine.Command;

/**
 * Brings what people have of their own into the running shop.
 */
@Command(name = "import", mixinStandardHelpOptions = true, subcommands = { ImportEvents.class },
		synopsisSubcommandLabel = "COMMAND", description = "Brings what you have of your own into the running shop.")
final class Import {

}
