package dev.clickpath.cli.imports;

import picocli.CommandLine.Command;

/**
 * Brings one's own data into the shop.
 */
@Command(name = "import", mixinStandardHelpOptions = true, subcommands = ImportProducts.class,
		synopsisSubcommandLabel = "COMMAND", description = "Brings data of your own into the running shop.")
public final class Import {

}
