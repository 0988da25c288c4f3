package dev.clickpath.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shop in containers, used as by a client while containers are killed, hung, added
 * and stopped. The order only saves time: whoever finds something stopped starts it.
 */
@NeedsCompose
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComposeTests {

	private static final long MIB = 1 << 20;

	private static final Duration SOON = Duration.ofSeconds(30);

	private static final Pattern MEMORY = Pattern.compile("(\\S+) ([\\d.]+)([MG])iB");

	private static final List<String> SERVICES = List.of("postgres", "catalog-service", "recommendation-service",
			"storefront", "gateway", "cdn-edge", "dns");

	private ContainerShop shop;

	@BeforeAll
	void open() {
		long start = System.nanoTime();
		this.shop = ContainerShop.build();
		long built = System.nanoTime();
		this.shop.open();
		System.out.printf("Images built after %.0f s; docker compose up --wait: healthy after %.1f s%n",
				(built - start) / 1e9, (System.nanoTime() - built) / 1e9);
	}

	@AfterAll
	void close() {
		if (this.shop != null) {
			this.shop.close();
		}
	}

	@BeforeEach
	void everythingRuns() {
		if (this.shop.running("storefront").size() != 2 || runningServices().size() < SERVICES.size()) {
			this.shop.open();
		}
		Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(this.shop.candidates()).hasSize(2));
	}

	private List<String> runningServices() {
		return this.shop.compose("ps", "--services", "--status", "running").lines();
	}

	@Test
	@Order(1)
	void complainsOfNothingWhenItStarts() {
		assertThat(this.shop.compose("logs", "--no-color").lines())
			.filteredOn(
					(line) -> Pattern.compile("\\b(WARN|WARNING|ERROR|FATAL|Exception)\\b", Pattern.CASE_INSENSITIVE)
						.matcher(line)
						.find())
			.isEmpty();
	}

	@Test
	@Order(2)
	void noImageIsLarge() {
		long base = size("eclipse-temurin:25-jre");
		Map<String, Long> sizes = new TreeMap<>();
		ContainerShop.IMAGES.forEach((name) -> sizes.put(name, (size(this.shop.image(name)) - base) / MIB));
		System.out.println("Images beyond their base, in MiB: " + sizes);
		assertThat(sizes.values()).allSatisfy((size) -> assertThat(size).isBetween(1L, 250L));
	}

	private static long size(String image) {
		return Long.parseLong(Docker.run(SOON, "image", "inspect", "--format", "{{.Size}}", image).text());
	}

	@Test
	@Order(2)
	void everyContainerHasItsLimitAndAllTogetherTwoGibibytes() {
		List<JsonNode> containers = this.shop.containers();
		assertThat(containers).allSatisfy((container) -> {
			assertThat(memoryLimit(container)).as(ContainerShop.service(container)).isPositive();
			assertThat(container.path("HostConfig").path("MemorySwap").asLong()).isEqualTo(memoryLimit(container));
		});
		// What sets the others up has ended before the last of them begin.
		long limits = containers.stream()
			.filter((container) -> container.path("State").path("Running").asBoolean())
			.mapToLong(ComposeTests::memoryLimit)
			.sum();
		Map<String, Double> used = memoryUsed();
		used.forEach((container, memory) -> System.out.printf("Memory of %s: %.0f MiB%n", container, memory));
		System.out.printf("Memory of all containers: %.0f MiB of %d MiB%n",
				used.values().stream().mapToDouble(Double::doubleValue).sum(), limits / MIB);
		assertThat(limits).isLessThanOrEqualTo(2048 * MIB);
	}

	/** In MiB, by the containers' names. */
	private Map<String, Double> memoryUsed() {
		Map<String, Double> used = new TreeMap<>();
		Docker
			.run(SOON, Map.of(),
					Stream
						.concat(Stream.of("stats", "--no-stream", "--format", "{{.Name}} {{.MemUsage}}"),
								SERVICES.stream().flatMap((service) -> this.shop.running(service).stream()))
						.toList())
			.lines()
			.stream()
			.map(MEMORY::matcher)
			.filter(Matcher::lookingAt)
			.forEach((line) -> used.put(line.group(1),
					Double.parseDouble(line.group(2)) * (line.group(3).equals("G") ? 1024 : 1)));
		return used;
	}

	private static long memoryLimit(JsonNode container) {
		return container.path("HostConfig").path("Memory").asLong();
	}

	@Test
	@Order(2)
	void noContainerMayDoMoreThanItHasTo() {
		assertThat(this.shop.containers()).allSatisfy((container) -> {
			JsonNode host = container.path("HostConfig");
			assertThat(container.path("Config").path("User").asString()).as(ContainerShop.service(container))
				.isIn("10001:10001", "postgres");
			assertThat(host.path("ReadonlyRootfs").asBoolean()).isTrue();
			assertThat(host.path("CapDrop").valueStream().map(JsonNode::asString)).containsExactly("ALL");
			assertThat(host.path("CapAdd").isEmpty()).isTrue();
			assertThat(host.path("SecurityOpt").valueStream().map(JsonNode::asString))
				.contains("no-new-privileges:true");
		});
	}

	@Test
	@Order(2)
	void onlyGatewayEdgeAndNameServerCanBeReached() {
		Map<String, TreeSet<String>> published = new TreeMap<>();
		for (JsonNode container : this.shop.containers()) {
			container.path("HostConfig")
				.path("PortBindings")
				.propertyNames()
				.forEach((port) -> published
					.computeIfAbsent(ContainerShop.service(container), (service) -> new TreeSet<>())
					.add(port));
		}
		int secureShop = this.shop.port("CLICKPATH_TLS_PORT");
		int secureCdn = this.shop.port("CLICKPATH_CDN_TLS_PORT");
		assertThat(published).containsOnlyKeys("gateway", "cdn-edge", "dns")
			.containsEntry("gateway", new TreeSet<>(List.of("8080/tcp", secureShop + "/tcp", secureShop + "/udp")))
			.containsEntry("cdn-edge", new TreeSet<>(List.of("8090/tcp", secureCdn + "/tcp", secureCdn + "/udp")))
			.containsEntry("dns", new TreeSet<>(List.of("8053/tcp", "8053/udp")));
	}

	@Test
	@Order(2)
	void servesPagesToAClient() {
		HttpResponse<String> home = this.shop.get("/");
		assertThat(home.statusCode()).isEqualTo(200);
		assertThat(dev.clickpath.endtoend.Page.of(home).links("/products/")).hasSizeGreaterThan(20);
		HttpResponse<String> search = this.shop.get("/search?q=kettle");
		assertThat(search.statusCode()).isEqualTo(200);
		assertThat(dev.clickpath.endtoend.Page.of(search).links("/products/")).isNotEmpty();
		assertThat(this.shop.get("/basket").statusCode()).isEqualTo(200);
	}

	@Test
	@Order(2)
	void theEdgeCompressesWithBrotliAndHasItTheSecondTime() {
		URI stylesheet = URI.create(dev.clickpath.endtoend.Page.of(this.shop.get("/"))
			.links(this.shop.edge("/assets/css/").toString())
			.getFirst());
		asset(stylesheet);
		HttpResponse<byte[]> second = asset(stylesheet);
		assertThat(second.statusCode()).isEqualTo(200);
		assertThat(second.headers().firstValue("Content-Encoding")).contains("br");
		assertThat(second.headers().firstValue("Cache-Status").orElseThrow()).startsWith("clickpath-edge; hit");
	}

	private HttpResponse<byte[]> asset(URI address) {
		return this.shop.send(address, HttpResponse.BodyHandlers.ofByteArray(), "Accept-Encoding", "br");
	}

	@Test
	@Order(2)
	void theNameServerLeadsHere() throws Exception {
		for (boolean stream : List.of(false, true)) {
			SimpleResolver resolver = new SimpleResolver(
					new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), this.shop.port("CLICKPATH_DNS_PORT")));
			resolver.setTimeout(Duration.ofSeconds(5));
			resolver.setTCP(stream);
			Message answer = resolver
				.send(Message.newQuery(Record.newRecord(Name.fromString("www.clickpath.test."), Type.A, DClass.IN)));
			assertThat(answer.sectionToString(Section.ANSWER)).contains("127.0.0.1");
		}
	}

	@Test
	@Order(3)
	void noPageFailsWhenAStorefrontIsKilledOrHangs() throws Exception {
		List<String> storefronts = this.shop.running("storefront");
		try (Traffic traffic = new Traffic(this.shop::get)) {
			traffic.untilAnswered(20);
			Docker.run(SOON, "kill", "--signal", "STOP", storefronts.getFirst()).text();
			traffic.untilAnswered(100);
			Docker.run(SOON, "kill", "--signal", "CONT", storefronts.getFirst()).text();
			Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(this.shop.candidates()).hasSize(2));
			Docker.run(SOON, "kill", storefronts.getLast()).text();
			traffic.untilAnswered(100);
			assertThat(traffic.failures()).isEmpty();
		}
		noneCameBackByItself();
	}

	/**
	 * Whoever takes more memory than it may is killed, and started again by the engine.
	 */
	private void noneCameBackByItself() {
		assertThat(this.shop.containers()).allSatisfy(
				(container) -> assertThat(container.path("RestartCount").asInt()).as(ContainerShop.service(container))
					.isZero());
	}

	@Test
	@Order(4)
	void theGatewayFindsStorefrontsThatAreAdded() {
		this.shop.open("--scale", "storefront=4", "storefront");
		long start = System.nanoTime();
		Awaitility.await().atMost(SOON).untilAsserted(() -> assertThat(this.shop.candidates()).hasSize(4));
		System.out.printf("Four healthy storefronts were seen by the gateway after %.1f s%n",
				(System.nanoTime() - start) / 1e9);
	}

	@Test
	@Order(5)
	@NeedsBrowser
	void noOrderIsLostWhenPostgresIsRestarted() {
		try (Browser browser = new Browser(); Browser.Visitor visitor = browser.visitor()) {
			Page page = visitor.page();
			new Buying(this.shop::gateway).register(page);
			Buying.putIntoBasket(page);
			page.navigate(this.shop.gateway("/checkout").toString());
			Buying.fillIn(page, "9999000000000012");
			page.locator("form.checkout button.button").click();
			page.waitForURL(Pattern.compile(".*/orders/[0-9a-f-]{36}"));
			String order = page.url();
			assertThat(visitor.troubles()).isEmpty();
			this.shop.compose("restart", "postgres");
			Awaitility.await().atMost(SOON).ignoreExceptions().untilAsserted(() -> {
				page.navigate(order);
				assertThat(page.url()).isEqualTo(order);
				assertThat(page.locator("main").innerText()).contains("Lindenstraße 7");
			});
		}
	}

	@Test
	@Order(5)
	void takesAFeed(@TempDir Path folder) throws IOException {
		Path feed = Files.writeString(folder.resolve("feed.tsv"), """
				id\ttitle\tprice\tproduct_type
				zither-1\tTravelling zither\t59.00 USD\tLiving > Instruments
				""");
		// Whoever runs there is nobody here.
		Files.setPosixFilePermissions(feed, PosixFilePermissions.fromString("rw-r--r--"));
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
		Docker.Result result = this.shop.compose("run", "--rm", "--no-deps", "-T", "--volume", feed + ":/feed.tsv:ro",
				"load", "import", "products", "--catalog", "http://catalog-service:9101", "/feed.tsv");
		assertThat(result.text()).contains("1 added");
		Awaitility.await()
			.atMost(SOON)
			.untilAsserted(() -> assertThat(this.shop.get("/search?q=zither").body()).contains("Travelling zither"));
	}

	@Test
	@Order(2)
	void whatLooksInsideAndWhatTriesItAreWellFormed() {
		this.shop.compose("--profile", "observability", "--profile", "load", "config", "--quiet");
		JsonNode services = this.shop.configuration("--env-file", "deploy/observability/on.env").path("services");
		assertThat(services.propertyNames()).contains("prometheus", "grafana", "collector", "jaeger");
		assertThat(ContainerShop.IMAGES).filteredOn((name) -> !name.equals("cli"))
			.allSatisfy((name) -> assertThat(
					services.path(name).path("environment").path("CLICKPATH_TRACES_ENDPOINT").asString())
				.isEqualTo("http://collector:4318/v1/traces"));
	}

	@Test
	@Order(2)
	void whoOpensItToOthersSaysByWhichName(@TempDir Path folder) throws IOException {
		Path settings = Files.writeString(folder.resolve("settings"), "CLICKPATH_HOST=192.168.1.5\n");
		JsonNode services = this.shop.configuration("--env-file", settings.toString()).path("services");
		JsonNode storefront = services.path("storefront").path("environment");
		assertThat(storefront.path("CLICKPATH_STOREFRONT_CDNURL").asString())
			.isEqualTo("http://192.168.1.5:" + this.shop.port("CLICKPATH_CDN_PORT"));
		assertThat(storefront.path("CLICKPATH_STOREFRONT_SECURECDNURL").asString())
			.isEqualTo("https://192.168.1.5:" + this.shop.port("CLICKPATH_CDN_TLS_PORT"));
		assertThat(services.path("gateway").path("environment").path("CLICKPATH_GATEWAY_LISTENING_HOSTS").asString())
			.endsWith(",192.168.1.5");
	}

	/**
	 * As after a first start that was interrupted, or with a role that came later.
	 */
	@Test
	@Order(5)
	void aDatabaseThatIsMissingIsMadeWhenPostgresStarts() {
		this.shop.compose("stop", "recommendation-service");
		ask("drop database recommendation");
		ask("drop role recommendation");
		this.shop.compose("restart", "postgres");
		this.shop.open();
		assertThat(ask("select datdba::regrole from pg_database where datname = 'recommendation'"))
			.isEqualTo("recommendation");
	}

	private String ask(String sql) {
		return this.shop
			.compose("exec", "-T", "postgres", "bash", "-c",
					"PGPASSWORD=$(cat /run/clickpath/superuser) exec psql -qtA -U postgres -c \"$1\"", "psql", sql)
			.text()
			.strip();
	}

	@Test
	@Order(5)
	void shoppersLeaveAReport(@TempDir Path folder) throws IOException {
		// Whoever runs there is nobody here.
		Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
		this.shop.compose("run", "--rm", "--no-deps", "-T", "--volume", folder + ":/reports", "load", "load", "--rate",
				"1", "--for", "5s", "--think", "500ms", "--max-failed", "1000", "--report", "/reports/load.html");
		assertThat(folder.resolve("load.html")).content().contains("http://gateway:8080", "http://cdn-edge:8090");
	}

	@Test
	@Order(6)
	void pagesAreServedWhileTheCatalogueIsStopped() {
		this.shop.get("/");
		this.shop.compose("stop", "catalog-service");
		assertThat(this.shop.get("/").statusCode()).isEqualTo(200);
		assertThat(this.shop.get("/basket").statusCode()).isEqualTo(200);
	}

	@Test
	@Order(7)
	void everythingStopsWithinTenSecondsWhilePeopleAreThere() throws IOException {
		HttpResponse<InputStream> stream = this.shop.send(this.shop.gateway("/journey/live/events"),
				HttpResponse.BodyHandlers.ofInputStream());
		CompletableFuture<Void> person = CompletableFuture.runAsync(this::askUntilNobodyAnswers);
		long start = System.nanoTime();
		this.shop.compose("stop");
		Duration took = Duration.ofNanos(System.nanoTime() - start);
		System.out.printf("docker compose stop: %.1f s%n", took.toMillis() / 1e3);
		assertThat(this.shop.containers()).allSatisfy((container) -> {
			JsonNode state = container.path("State");
			assertThat(state.path("Status").asString()).isEqualTo("exited");
			assertThat(state.path("ExitCode").asInt()).as(ContainerShop.service(container)).isIn(0, 143);
		});
		assertThat(took).isLessThan(Duration.ofSeconds(10));
		assertThat(person).succeedsWithin(SOON);
		assertThat(stream.statusCode()).isEqualTo(200);
		stream.body().close();
	}

	private void askUntilNobodyAnswers() {
		try {
			while (true) {
				this.shop.get("/");
			}
		}
		catch (UncheckedIOException ex) {
			// The shop is closed.
		}
	}

}
