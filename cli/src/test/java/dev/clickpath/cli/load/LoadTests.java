package dev.clickpath.cli.load;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;

import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class LoadTests {

	private final StringWriter errors = new StringWriter();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--users=0 | --users takes a number from 1 to 1000, not 0
			--users=5000 | --users takes a number from 1 to 1000, not 5000
			--rate=1000 | --rate takes a number from 0.01 to 100.0, not 1000.0
			--rate=NaN | --rate takes a number from 0.01 to 100.0, not NaN
			--for=2h | --for takes a time from 1000 to 3600000 ms, not 7200000
			--for=0s | --for takes a time from 1000 to 3600000 ms, not 0
			--for=soon | Invalid value for option '--for': 'soon' is no length of time like 60s or 5m
			--think=1ms | --think takes a time from 100 to 60000 ms, not 1
			--patience=5m | --patience takes a time from 1000 to 60000 ms, not 300000
			--max-failed=-1 | --max-failed takes a number from 0 to 2147483647, not -1
			--gateway=http://localhost:8080 | --gateway and --edge are told together
			--report=/nowhere/report.html | /nowhere/report.html cannot be written
			""")
	void refusesWhatIsOutOfBounds(String option, String message) {
		CommandLine command = new CommandLine(new Load()).setErr(new PrintWriter(this.errors));
		assertThat(command.execute(option)).isEqualTo(2);
		assertThat(this.errors.toString()).startsWith(message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			--users=1000 | --think=100ms | 1,000 users who think for 100 ms come to 1,
			--users=20 | --rate=1 | --users and --rate say the same in two ways: tell one of them
			""")
	void refusesWhatTakenTogetherIsTooMuchOrTellsTheSameTwice(String one, String other, String message) {
		CommandLine command = new CommandLine(new Load()).setErr(new PrintWriter(this.errors));
		assertThat(command.execute(one, other)).isEqualTo(2);
		assertThat(this.errors.toString()).startsWith(message);
	}

	@Test
	void goesNowhereButToThisMachineAndPrivateAddresses() {
		Load load = new Load();
		new CommandLine(load).parseArgs("--gateway=http://192.0.2.1:8080", "--edge=http://127.0.0.1:8090");
		assertThatExceptionOfType(Problem.class).isThrownBy(load::call)
			.withMessage(
					"192.0.2.1 is 192.0.2.1; shoppers go to this machine, or to private addresses, and nowhere else.");
	}

	@ParameterizedTest
	@CsvSource({ "60s, 60000", "60, 60000", "5m, 300000", "1h, 3600000", "250ms, 250" })
	void readsTimesAsPeopleWriteThem(String text, long millis) {
		assertThat(new Span().convert(text)).isEqualTo(Duration.ofMillis(millis));
	}

}
