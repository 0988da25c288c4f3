package dev.clickpath.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import dev.clickpath.cli.house.FreePorts;
import dev.clickpath.cli.supervision.RunLock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class CommandLineTests {

	private static final String CHECKOUT = "clickpath.checkout";

	@TempDir
	private Path checkout;

	private final StringWriter errors = new StringWriter();

	@BeforeEach
	void workInAnEmptyCheckout() {
		System.setProperty(CHECKOUT, this.checkout.toString());
	}

	@AfterEach
	void leaveIt() {
		System.clearProperty(CHECKOUT);
	}

	@ParameterizedTest
	@CsvSource({ "--storefronts=0, --storefronts takes a number from 1 to 16",
			"--port-offset=60000, --port-offset takes a number from 0 to 55000",
			"--products=2000000, --products takes a number from 1 to 1000000", "--verbose, Unknown option: '--verbose'",
			"--storefronts=many, Invalid value for option '--storefronts'" })
	void saysInOneLineWhatIsWrongWithAnOption(String option, String message) {
		assertThat(execute("up", option)).isEqualTo(2);
		assertThat(this.errors.toString()).startsWith(message).endsWith("see ./clickpath help up\n").hasLineCount(1);
		assertThat(this.checkout).isEmptyDirectory();
	}

	@Test
	void saysWhereTheHelpOfACommandWithinACommandIs() {
		assertThat(execute("bench", "edge", "--rounds=0")).isEqualTo(2);
		assertThat(this.errors.toString()).endsWith("see ./clickpath bench edge --help\n").hasLineCount(1);
	}

	@Test
	void refusesAPortThatIsTakenAndStartsNothing() throws IOException {
		// With one that the system gives away, another of the ports could be taken as
		// well.
		try (ServerSocket taken = new ServerSocket(FreePorts.any(), 1, InetAddress.ofLiteral("127.0.0.1"))) {
			assertThat(execute("up", "--port-offset=" + (taken.getLocalPort() - 8101))).isOne();
		}
		assertThat(this.errors.toString()).contains("which catalog-service needs, is taken").hasLineCount(1);
		assertThat(ProcessHandle.current().children()).isEmpty();
		assertThat(this.checkout.resolve(".clickpath/postgres")).doesNotExist();
		assertThat(this.checkout.resolve(".clickpath/run/processes")).doesNotExist();
	}

	@Test
	void refusesASecondShop() {
		try (RunLock first = RunLock.take(new Home(this.checkout.resolve(".clickpath")).open())) {
			assertThat(first).isNotNull();
			assertThat(execute("up", "--port-offset=23000")).isOne();
		}
		assertThat(this.errors.toString()).contains("runs already").hasLineCount(1);
	}

	@Test
	void leavesTheLogOfAShopThatRunsAsItIs() throws IOException {
		Home home = new Home(this.checkout.resolve(".clickpath")).open();
		Path log = Files.writeString(home.log("supervisor"), "The shop is open.\n");
		try (RunLock first = RunLock.take(home)) {
			assertThat(first).isNotNull();
			assertThat(execute("up", "--detach", "--port-offset=23000")).isOne();
		}
		assertThat(this.errors.toString()).contains("runs already").hasLineCount(1);
		assertThat(log).hasContent("The shop is open.");
	}

	@Test
	void refusesAHomeThatIsAFile() throws IOException {
		Files.createFile(this.checkout.resolve(".clickpath"));
		assertThat(execute("up", "--port-offset=23000")).isOne();
		assertThat(this.errors.toString()).contains("cannot be written").contains("CLICKPATH_HOME").hasLineCount(1);
	}

	@Test
	void hasNothingToStopAndNothingToShow() {
		assertThat(execute("down")).isZero();
		assertThat(execute("status")).isZero();
		assertThat(execute("logs")).isOne();
		assertThat(this.errors.toString()).isEqualTo("There are no logs yet; start the shop with ./clickpath up.\n");
	}

	@Test
	void showsNoNumberOfLinesBelowNone() {
		assertThat(execute("logs", "-n", "-5")).isEqualTo(2);
		assertThat(this.errors.toString())
			.isEqualTo("--lines takes a number from 0 to 1000000, not -5; see ./clickpath help logs\n");
	}

	@Test
	void doesNotStumbleOverADamagedListOfWhatRuns() throws IOException {
		Path list = Files.createDirectories(this.checkout.resolve(".clickpath/run")).resolve("processes");
		Files.createFile(list);
		assertThat(execute("status")).isZero();
		assertThat(execute("trust")).isOne();
		assertThat(execute("down")).isZero();
		assertThat(list).doesNotExist();
	}

	@Test
	void leavesTheListOfAShopThatRunsAlone() throws IOException {
		Home home = new Home(this.checkout.resolve(".clickpath")).open();
		Path list = Files.writeString(home.run().resolve("processes"), "true\t1\tat another time\n");
		try (RunLock running = RunLock.take(home)) {
			assertThat(running).isNotNull();
			assertThat(execute("down")).isOne();
		}
		assertThat(this.errors.toString()).startsWith("A shop runs in " + home.folder()).hasLineCount(1);
		assertThat(list).exists();
	}

	@Test
	void purgesOnlyWhatItIsTold() {
		assertThat(execute("purge")).isEqualTo(2);
		assertThat(this.errors.toString()).contains("Missing required argument")
			.endsWith("see ./clickpath help purge\n");
		assertThat(execute("purge", "--everything", "--tag=a")).isEqualTo(2);
		assertThat(execute("purge", "--everything")).isOne();
		assertThat(this.errors.toString()).endsWith("No shop is running here; start one with ./clickpath up.\n");
	}

	@Test
	void clicksOnlyOnWhatRunsHere() {
		assertThat(execute("click")).isOne();
		assertThat(this.errors.toString())
			.isEqualTo("No shop is running here; start one with ./clickpath up, or name an address.\n");
		assertThat(execute("click", "http://192.0.2.1/")).isOne();
		assertThat(this.errors.toString())
			.endsWith("192.0.2.1 is not this machine; click looks only at what runs here.\n");
		for (String address : List.of("http://127.0.0.1:9/", "HTTP://127.0.0.1:9", "http://user:word@127.0.0.1:9/")) {
			assertThat(execute("click", "--practice=0", "--json", address)).isOne();
			assertThat(this.errors.toString())
				.endsWith("Nothing listens at 127.0.0.1:9; start what should, or name another address.\n");
		}
	}

	@ParameterizedTest
	@CsvSource({ "ftp://localhost/, URL is an address like https://localhost:8443/",
			"http://localhost:65536/, 'URL is an address like https://localhost:8443/, with a port up to 65535'",
			"localhost:8443/search, URL is an address like https://localhost:8443/",
			"//localhost:8443/, URL is an address like https://localhost:8443/", "--repeat=0, --repeat takes a number",
			"--dns=8.8.8.8:53, --dns takes an address of this machine", "--dns=localhost, --dns takes an address",
			"--cacert=nowhere.pem, --cacert takes a file",
			"'not an address', 'URL is an address like https://localhost:8443/, with a port up to 65535, not not an address'",
			"'http://[::1/', URL is an address like https://localhost:8443/",
			"--repeat=x, Invalid value for option '--repeat'" })
	void saysWhatIsWrongWithTheOptionsOfAClick(String option, String message) {
		assertThat(execute("click", option)).isEqualTo(2);
		assertThat(this.errors.toString()).startsWith(message).endsWith("see ./clickpath help click\n").hasLineCount(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "--purge", "--steps" })
	void refusesWhatAClickBesideCurlDoesNotDo(String option) {
		assertThat(execute("click", "--beside-curl", option, "http://127.0.0.1:9/")).isEqualTo(2);
		assertThat(this.errors.toString()).startsWith("--beside-curl gets the page alone")
			.contains(option + " is not for it; see ")
			.hasLineCount(1);
	}

	@Test
	void importsIntoAShopThatRuns() {
		assertThat(execute("import", "products")).isEqualTo(2);
		assertThat(this.errors.toString()).contains("Missing required parameter: 'FILE'")
			.endsWith("see ./clickpath import products --help\n");
		assertThat(execute("import", "products", "feed.tsv")).isOne();
		assertThat(this.errors.toString()).endsWith("No shop is running here; start one with ./clickpath up.\n");
		assertThat(execute("import", "products", "feed.tsv", "--port-offset=60000")).isEqualTo(2);
		assertThat(execute("faults", "feed", "--rows=1")).isEqualTo(2);
	}

	@Test
	void importsEventsIntoAShopThatRuns() throws IOException {
		assertThat(execute("import", "events")).isEqualTo(2);
		assertThat(this.errors.toString()).contains("Missing required parameter: 'FILE'")
			.endsWith("see ./clickpath import events --help\n");
		assertThat(execute("import", "events", "nowhere.csv")).isOne();
		assertThat(this.errors.toString())
			.endsWith("There is no file nowhere.csv that can be read; name one that is there.\n");
		Path file = Files.writeString(this.checkout.resolve("events.csv"), "u,view,p,1\n");
		assertThat(execute("import", "events", file.toString())).isOne();
		assertThat(this.errors.toString()).contains("No shop is running here");
	}

	@Test
	void knowsEveryCommandThatTheReadmeNames() throws IOException {
		List<String> named = Pattern.compile("\\./clickpath((?: [a-z][a-z-]*)+)")
			.matcher(Files.readString(Path.of("../README.md")))
			.results()
			.map((words) -> words.group(1).strip())
			.toList();
		assertThat(named).contains("up", "import events").allSatisfy(CommandLineTests::isKnown);
	}

	private static void isKnown(String words) {
		CommandLine command = Clickpath.commandLine();
		for (String word : words.split(" ", -1)) {
			// What comes behind a command without commands of its own is for it to read.
			Map<String, CommandLine> known = command.getSubcommands();
			if (!known.isEmpty()) {
				assertThat(known).as("./clickpath %s", words).containsKey(word);
				command = Objects.requireNonNull(known.get(word));
			}
		}
	}

	@Test
	void thereIsNothingToTrustBeforeTheFirstStart() {
		assertThat(execute("trust")).isOne();
		assertThat(this.errors.toString()).contains("./clickpath up makes it").hasLineCount(1);
		assertThat(this.checkout).isEmptyDirectory();
	}

	@Test
	void aBrokenAuthorityIsToldOfAndNothingStarts() throws IOException {
		Path authority = Files.createDirectories(this.checkout.resolve(".clickpath/tls")).resolve("authority.pem");
		Files.writeString(authority, "nonsense");
		assertThat(execute("up", "--port-offset=23000")).isOne();
		assertThat(this.errors.toString()).contains("is not whole", "delete the folder").hasLineCount(1);
		assertThat(authority).hasContent("nonsense");
		assertThat(this.checkout.resolve(".clickpath/postgres")).doesNotExist();
	}

	@Test
	void theHomeCanBeElsewhere() {
		Home home = Place.of("/shop", Map.of("CLICKPATH_HOME", "/data/shop")).home();
		assertThat(home.data()).isEqualTo(Path.of("/data/shop/postgres"));
		assertThat(Place.of("/shop", Map.of()).home().folder()).isEqualTo(Path.of("/shop/.clickpath"));
	}

	@Test
	void saysSoWhenTheNameOfAFolderCannotBeRead() {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> Place.of("/shop", Map.of("CLICKPATH_HOME", "a\0b")))
			.withMessageContaining("has a name that cannot be read")
			.withMessageContaining("set LC_ALL to C.UTF-8");
	}

	@Test
	void tellsTheTimeSinceAStart() {
		Instant start = Instant.parse("2026-01-01T00:00:00Z");
		assertThat(Status.uptime(start, start.plusSeconds(3 * 3600 + 62))).isEqualTo("3:01:02");
	}

	private int execute(String... args) {
		return Clickpath.commandLine().setErr(new PrintWriter(this.errors, true)).execute(args);
	}

}
