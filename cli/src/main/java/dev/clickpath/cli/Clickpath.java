package dev.clickpath.cli;

import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Objects;

import dev.clickpath.cli.bench.Bench;
import dev.clickpath.cli.click.Click;
import dev.clickpath.cli.containers.Provision;
import dev.clickpath.cli.faults.Faults;
import dev.clickpath.cli.imports.Import;
import dev.clickpath.cli.load.Load;
import dev.clickpath.cli.recommendations.Recommendations;
import dev.clickpath.cli.search.Search;
import dev.clickpath.cli.soak.Soak;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * The command line: {@code ./clickpath up} and its sisters.
 */
@Command(name = "./clickpath", description = "A mock shop that makes the whole path of one click real on one laptop.",
		subcommands = { Up.class, Down.class, Status.class, Logs.class, Click.class, Purge.class, Load.class,
				Bench.class, Soak.class, Search.class, Recommendations.class, Faults.class, Import.class, Prepare.class,
				Provision.class, Trust.class, CommandLine.HelpCommand.class },
		synopsisSubcommandLabel = "COMMAND")
public final class Clickpath {

	private Clickpath() {
	}

	public static void main(String[] args) {
		// It speaks one language, and numbers go into addresses, drawings and JSON too.
		Locale.setDefault(Locale.UK);
		System.exit(commandLine().execute(args.length == 0 ? new String[] { "help" } : args));
	}

	static CommandLine commandLine() {
		return new CommandLine(new Clickpath()).setParameterExceptionHandler(Clickpath::explain)
			.setExecutionExceptionHandler(Clickpath::explain);
	}

	private static int explain(ParameterException problem, String[] args) {
		CommandLine command = problem.getCommandLine();
		command.getErr().println("%s; see %s".formatted(problem.getMessage(), help(command)));
		return CommandLine.ExitCode.USAGE;
	}

	private static String help(CommandLine command) {
		CommandLine parent = command.getParent();
		if (parent == null) {
			return "./clickpath help";
		}
		return (parent.getParent() == null) ? "./clickpath help " + command.getCommandName()
				: command.getCommandSpec().qualifiedName() + " --help";
	}

	private static int explain(Exception problem, CommandLine command, ParseResult parsed) {
		command.getErr().println(message(problem));
		return CommandLine.ExitCode.SOFTWARE;
	}

	private static String message(Exception problem) {
		return switch (problem) {
			case Problem known -> Objects.toString(known.getMessage());
			case UncheckedIOException io -> "%s (%s).".formatted(io.getMessage(), io.getCause());
			default -> "This should not have happened, please report it: %s at %s".formatted(problem,
					problem.getStackTrace()[0]);
		};
	}

}
