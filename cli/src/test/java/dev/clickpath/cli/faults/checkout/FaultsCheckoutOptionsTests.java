package dev.clickpath.cli.faults.checkout;

import java.io.PrintWriter;
import java.io.StringWriter;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class FaultsCheckoutOptionsTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--kills=-1      | --kills takes a number from 0 to 10000, not -1
			--buyers=0      | --buyers takes a number from 1 to 500, not 0
			--rush=501      | --rush takes a number from 0 to 500, not 501
			--pieces=0      | --pieces takes a number from 1 to 500, not 0
			--storefronts=0 | --storefronts takes a number from 1 to 16, not 0
			--minutes=0     | --minutes takes a number from 1 to 1440, not 0
			--seed=x        | Invalid value for option '--seed'
			""")
	void refusesWhatItCannotDo(String argument, String message) {
		StringWriter errors = new StringWriter();
		int code = new CommandLine(new FaultsCheckout()).setErr(new PrintWriter(errors)).execute(argument);
		assertThat(code).isEqualTo(CommandLine.ExitCode.USAGE);
		assertThat(errors.toString()).startsWith(message);
	}

	@Test
	void tellsWhatItDoesWhenItIsNotTold() {
		String usage = new CommandLine(new FaultsCheckout()).getUsageMessage();
		assertThat(usage.replaceAll("\\s+", " ")).contains("How many processes are killed (default: 50)",
				"How many people buy meanwhile (default: 20)", "0 for nobody (default: 200)", "(default: other ones)");
	}

}
