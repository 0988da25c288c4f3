package dev.clickpath.endtoend;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.clickpath.endtoend.CommandLine.Result;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * The commands of the README, as a person types them.
 */
class CommandsTests {

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final Duration START_LIMIT = Duration.ofMinutes(3);

	/** Neither the usual ports nor those of the shop that the other tests use. */
	private static final String ELSEWHERE = "--port-offset=14500";

	private final JsonMapper json = JsonMapper.builder().build();

	private final Shop shop = Shop.open();

	private final List<Process> started = new ArrayList<>();

	@TempDir
	private Path folder;

	@AfterEach
	void leaveNothingRunning() {
		this.started.forEach(Process::destroy);
	}

	@Test
	void showsWhatAServiceWrote() {
		Result logs = this.shop.commandLine().run(SOON, "logs", "storefront-1");
		assertThat(logs.exitCode()).isZero();
		assertThat(logs.out()).contains("Started StorefrontApplication");
	}

	@Test
	void showsEachProcess() {
		assertThat(this.shop.commandLine().run(SOON, "status").out()).contains("postgres", "catalog-service",
				"recommendation-service", "storefront-1", "storefront-2", "gateway", "cdn-edge", "dns", "supervisor",
				"total");
	}

	@Test
	void purgesTheEdge() {
		assertThat(this.shop.commandLine().run(SOON, "purge", "--everything").out()).isEqualToIgnoringNewLines("Gone.");
		assertThat(this.shop.commandLine().run(SOON, "purge", "--tag=shoes", "--soft").out())
			.isEqualToIgnoringNewLines("Stale from now on.");
		isOneSentence(this.shop.commandLine().run(SOON, "purge", "--url=nowhere"), "\"url\" is an address like");
	}

	@Test
	void tellsHowToTrustIt() {
		assertThat(this.shop.commandLine().run(SOON, "trust").out()).contains("authority.pem", "SHA-256",
				"curl --cacert", "https://localhost:" + (8443 + Shop.PORT_OFFSET) + "/");
	}

	@Test
	void doesNotStartTwice() {
		List<Long> before = this.shop.commandLine().pids();
		isOneSentence(this.shop.commandLine().run(SOON, "up"), "runs already");
		assertThat(this.shop.commandLine().pids()).containsAll(before);
	}

	@Test
	void namesThePortThatIsTaken() {
		isOneSentence(new CommandLine("taken").run(SOON, "up", "--detach", "--port-offset=" + Shop.PORT_OFFSET),
				"is taken");
	}

	@Test
	void leavesADataFolderThatIsNoneAsItIs() throws IOException {
		CommandLine commandLine = new CommandLine("broken");
		Path data = Files.createDirectories(commandLine.home().resolve("postgres"));
		Path letter = Files.writeString(data.resolve("letter.txt"), "Dear shop");
		isOneSentence(commandLine.run(SOON, "up", ELSEWHERE), "not a whole PostgreSQL data folder");
		assertThat(letter).hasContent("Dear shop");
	}

	@Test
	void looksAtOneClick() {
		Result click = this.shop.commandLine().run(Duration.ofMinutes(1), "click", "--purge", "--practice=3", "--json");
		assertThat(click.exitCode()).as(click.err()).isZero();
		List<JsonNode> series = this.json.readTree(click.out()).get("series").valueStream().toList();
		JsonNode fromNothing = series.getFirst().get("clicks").get(0);
		assertThat(fromNothing.get("url").stringValue()).isEqualTo(this.shop.secureGateway("/").toString());
		JsonNode connection = fromNothing.get("connections").get(0);
		assertThat(connection.get("protocol").stringValue()).isEqualTo("h2");
		assertThat(connection.get("tls").get("resumed").booleanValue()).isFalse();
		JsonNode page = fromNothing.get("exchanges").get(0);
		assertThat(page.get("status").intValue()).isEqualTo(200);
		assertThat(page.has("hints")).as("103 came first").isTrue();
		assertThat(page.get("serverTiming").valueStream()).extracting((step) -> step.get("name").stringValue())
			.contains("gateway", "storefront");
		assertThat(fromNothing.get("exchanges").valueStream().skip(1)).isNotEmpty()
			.allSatisfy((resource) -> assertThat(resource.get("cacheStatus").stringValue()).contains("clickpath-edge"));
		assertThat(series.getLast().get("clicks").get(0).get("connections")).as("the connections go on").isEmpty();
	}

	@Test
	void findsTheShopByItsOwnNameAndBelievesItsCertificate() {
		Result click = this.shop.commandLine()
			.run(Duration.ofMinutes(1), "click", "--practice=0", "--json",
					"https://www.clickpath.test:" + this.shop.secureGateway("/").getPort() + "/");
		assertThat(click.exitCode()).as(click.err()).isZero();
		JsonNode visit = this.json.readTree(click.out()).get("series").get(0).get("clicks").get(0);
		assertThat(visit.get("connections").get(0).get("name").get("asked").booleanValue()).isTrue();
		assertThat(visit.get("exchanges").get(0).get("status").intValue()).isEqualTo(200);
		assertThat(visit.get("exchanges").valueStream()).noneMatch((exchange) -> exchange.has("failure"));
	}

	@Test
	void looksOnlyAtClicksOnThisMachine() {
		isOneSentence(this.shop.commandLine().run(SOON, "click", "http://192.0.2.1/"), "is not this machine");
	}

	@Test
	void looksAtAClickBesideCurl() {
		needs("curl", "the test of click --beside-curl");
		Result click = this.shop.commandLine()
			.run(Duration.ofMinutes(1), "click", "--practice=3", "--beside-curl", "--repeat=3", "--json");
		assertThat(click.exitCode()).as(click.err()).isZero();
		assertThat(this.json.readTree(click.out()).valueStream()).extracting((phase) -> phase.get("name").stringValue())
			.containsExactly("time_namelookup", "time_connect", "time_appconnect", "time_starttransfer", "time_total");
	}

	@Test
	void letsPeopleShop() throws IOException {
		Path report = this.folder.resolve("load.html");
		Path measured = this.folder.resolve("load.json");
		Result load = this.shop.commandLine()
			.run(Duration.ofMinutes(1), "load", "--users=4", "--for=12s", "--think=300ms", "--seed=7",
					"--report=" + report, "--json=" + measured);
		assertThat(load.exitCode()).as(load.out() + load.err()).isZero();
		assertThat(load.out()).contains("P99 MS", "product", "assets, each", " 0 failed");
		JsonNode json = this.json.readTree(Files.readString(measured));
		assertThat(json.get("failed").intValue()).isZero();
		assertThat(json.get("pages").intValue()).isGreaterThan(20);
		assertThat(json.get("edgeAnswers").get("hits").intValue()).isPositive();
		assertThat(json.get("edgeAnswers").get("silent").intValue()).isZero();
		assertThat(json.get("instances").valueStream().mapToInt(JsonNode::intValue).sum()).isPositive();
		assertThat(report).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n").doesNotContain("<script");
	}

	@Test
	void letsPeopleShopOnThisMachineAndInPrivateNetworksOnly() {
		isOneSentence(
				this.shop.commandLine()
					.run(SOON, "load", "--gateway=http://192.0.2.1:8080", "--edge=http://192.0.2.1:8090"),
				"and nowhere else");
	}

	@Test
	void measuresThePages() {
		needs("wrk", "the test of bench");
		Result bench = this.shop.commandLine()
			.run(Duration.ofMinutes(2), "bench", "--warm-up=0", "--duration=1", "--rounds=1");
		assertThat(bench.exitCode()).as(bench.err()).isZero();
		assertThat(bench.out()).contains("PAGE", "home", "department", "product", "search");
	}

	@Test
	void measuresTheGatewayBesideOthers() {
		needs("wrk", "the test of bench gateway");
		needs("nginx", "the test of bench gateway");
		Result bench = this.shop.commandLine()
			.run(Duration.ofMinutes(3), "bench", "gateway", "--no-start", "--warm-up=1", "--duration=1", "--rounds=1",
					"--json");
		assertThat(bench.exitCode()).as(bench.err()).isZero();
		List<JsonNode> balancers = this.json.readTree(bench.out()).get("balancers").valueStream().toList();
		assertThat(balancers).extracting((balancer) -> balancer.get("balancer").stringValue())
			.startsWith("gateway", "Spring Cloud Gateway", "nginx");
		assertThat(balancers).allSatisfy((balancer) -> {
			assertThat(balancer.get("requestsPerSecond").doubleValue()).isPositive();
			assertThat(balancer.get("cpuMicros").doubleValue()).isPositive();
			assertThat(balancer.get("p50Millis").doubleValue()).isPositive()
				.isLessThanOrEqualTo(balancer.get("p99Millis").doubleValue());
			assertThat(balancer.get("halfP99Millis").isNumber()).isEqualTo(isInstalled("h2load"));
		});
		assertThat(balancers.getFirst().get("gateway").isNull()).isTrue();
		assertThat(balancers.subList(1, balancers.size()))
			.allSatisfy((other) -> assertThat(other.get("gateway").doubleValue()).isPositive());
	}

	@Test
	void measuresTheNameServer() {
		Result bench = this.shop.commandLine()
			.run(Duration.ofMinutes(2), "bench", "dns", "--warm-up=1", "--duration=1", "--rounds=1", "--json");
		assertThat(bench.exitCode()).as(bench.err()).isZero();
		JsonNode ours = this.json.readTree(bench.out()).get("servers").get(0);
		assertThat(ours.get("server").stringValue()).isEqualTo("dns");
		assertThat(ours.get("answersPerSecond").doubleValue()).isPositive();
		assertThat(ours.get("p50Millis").doubleValue()).isPositive()
			.isLessThanOrEqualTo(ours.get("p99Millis").doubleValue());
	}

	@Test
	void losesNoPageWhateverHappensToStorefronts() {
		Result faults = this.shop.commandLine()
			.run(Duration.ofMinutes(5), "faults", "--warm-up=3", "--lasting=2", "--json");
		assertThat(faults.exitCode()).as(faults.out() + faults.err()).isZero();
		List<JsonNode> seen = this.json.readTree(faults.out()).valueStream().toList();
		assertThat(seen).hasSize(9).allSatisfy((fault) -> {
			assertThat(fault.get("failures").intValue()).isZero();
			assertThat(fault.get("requests").intValue()).isGreaterThan(100);
		});
	}

	@Test
	void losesNoOrderWhateverDiesWhilePeopleBuy() {
		Result faults = this.shop.commandLine()
			.run(Duration.ofMinutes(10), "faults", "checkout", "--kills=2", "--buyers=6", "--minutes=3");
		assertThat(faults.exitCode()).as(faults.out() + faults.err()).isZero();
		assertThat(faults.out())
			.contains("200 shoppers at once for 50 pieces buy exactly these", "a form sent ten times",
					"no card is charged twice for an order")
			.doesNotContain("FAILED");
	}

	@Test
	void losesNoPageWhileAFeedIsImportedAndKeepsTheCatalogueWhenThatDies() {
		Result faults = this.shop.commandLine()
			.run(Duration.ofMinutes(10), "faults", "feed", "--rows=10000", "--storefronts=1");
		assertThat(faults.exitCode()).as(faults.out() + faults.err()).isZero();
		assertThat(faults.out()).contains("a feed is added", "killed while it changes products")
			.doesNotContain("FAILED");
	}

	@Test
	void importsOnlyWhatIsThere() throws IOException {
		isOneSentence(this.shop.commandLine().run(SOON, "import", "products", "nowhere.tsv"), "There is no file");
		Path feed = Files.writeString(this.folder.resolve("feed.tsv"), "nonsense\n");
		Result refused = this.shop.commandLine().run(SOON, "import", "products", feed.toString(), "--replace");
		assertThat(refused.exitCode()).isOne();
		assertThat(refused.err().strip()).as("how far it is, then what is wrong")
			.doesNotContain("Exception")
			.endsWith("or write JSON Lines. The catalogue stays as it was.");
	}

	@Test
	void nothingOutlivesAKilledSupervisorOrCtrlC() throws Exception {
		CommandLine commandLine = new CommandLine("another");
		Path unpacked = commandLine.home().resolve("apps");
		Files.createDirectories(commandLine.home());
		Files.deleteIfExists(unpacked);
		Files.createSymbolicLink(unpacked, this.shop.commandLine().home().resolve("apps"));
		Process killed = up(commandLine);
		List<Long> pids = commandLine.pids();
		assertThat(pids).hasSize(8);
		killed.destroyForcibly().waitFor();
		Awaitility.await().atMost(START_LIMIT).until(() -> noneIsAlive(pids));

		Process interrupted = up(commandLine);
		List<Long> others = commandLine.pids();
		assertThat(others).hasSize(8).doesNotContainAnyElementsOf(pids);
		new ProcessBuilder("kill", "-INT", String.valueOf(interrupted.pid())).start().waitFor();
		assertThat(interrupted.waitFor(START_LIMIT)).isTrue();
		assertThat(noneIsAlive(others)).isTrue();
		assertThat(commandLine.run(SOON, "status").out()).startsWith("Nothing is running");
	}

	/** Stays in front, as in a terminal, until it is ended. */
	private Process up(CommandLine commandLine) throws IOException {
		Path out = this.folder.resolve("out");
		Path err = this.folder.resolve("err");
		Process process = commandLine.start(out, err, "up", "--storefronts=1", ELSEWHERE);
		this.started.add(process);
		Awaitility.await()
			.atMost(START_LIMIT)
			.until(() -> !process.isAlive() || Files.readString(out).contains("The shop is open"));
		assertThat(process.isAlive()).as(Files.readString(out) + Files.readString(err)).isTrue();
		return process;
	}

	private static void isOneSentence(Result result, String words) {
		assertThat(result.exitCode()).isOne();
		assertThat(result.err().strip()).contains(words).endsWith(".").doesNotContain("\n", "Exception");
	}

	private static boolean noneIsAlive(List<Long> pids) {
		return pids.stream().flatMap((pid) -> ProcessHandle.of(pid).stream()).noneMatch(ProcessHandle::isAlive);
	}

	private static void needs(String program, String test) {
		boolean installed = isInstalled(program);
		if (!installed && !LeftOut.isForbidden()) {
			LeftOut.tell("%s, for there is no %s (install the package %s)".formatted(test, program, program));
		}
		assumeThat(installed || LeftOut.isForbidden()).isTrue();
	}

	/** Servers are often kept where only an administrator's PATH leads. */
	private static boolean isInstalled(String program) {
		return Stream
			.concat(Stream.of(System.getenv("PATH").split(File.pathSeparator, -1)),
					Stream.of("/usr/sbin", "/usr/local/sbin"))
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, program)));
	}

}
