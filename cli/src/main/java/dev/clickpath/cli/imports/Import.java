package dev.clickpath.cli.imports;

import dev.clickpath.cli.events.ImportEvents;
import picocli.CommandLine.Command;

/**
 * Brings one's own data into the shop.
 */
@Command(name = "import", mixinStandardHelpOptions = true, subcommands = { ImportProducts.class, ImportEvents.class },
		synopsisSubcommandLabel = "COMMAND", description = "Brings data of your own into the running shop.")
public final class Import {

}
