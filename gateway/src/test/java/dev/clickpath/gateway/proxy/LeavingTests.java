package dev.clickpath.gateway.proxy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

import dev.clickpath.gateway.upstream.Upstream;
import dev.clickpath.gateway.upstream.UpstreamPool;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Sinks;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Instances that are about to stop, that are drained by an operator, and that tell where
 * they are.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.port-offset=0",
				"clickpath.gateway.health.path=/ready", "clickpath.gateway.health.interval=100ms",
				"clickpath.gateway.balancing.slow-start=0s" })
class LeavingTests {

	private static final String LEAVING = """
			{"status":"OUT_OF_SERVICE","components":{"readinessState":{"status":"OUT_OF_SERVICE"},
			"instance":{"status":"UP","details":{"name":"storefront-1","zone":"eu","leaving":true}}}}""";

	private static final String IN_US = """
			{"status":"UP","components":{"instance":{"status":"UP",
			"details":{"name":"storefront-2","zone":"us","leaving":false}}}}""";

	private static final FakeStorefront first = new FakeStorefront();

	private static final FakeStorefront second = new FakeStorefront();

	private final HttpClient operator = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@LocalManagementPort
	private int managementPort;

	@Autowired
	private UpstreamPool pool;

	@DynamicPropertySource
	static void storefronts(DynamicPropertyRegistry registry) {
		registry.add("clickpath.gateway.storefronts", () -> first.address() + "," + second.address());
	}

	@AfterAll
	static void stop() {
		first.stop();
		second.stop();
	}

	@BeforeEach
	void reset() {
		first.reset();
		second.reset();
		Awaitility.await().until(() -> this.pool.upstreams().stream().allMatch(Upstream::isAvailable));
	}

	@Test
	void anInstanceThatIsAboutToStopFinishesWhatItHasAndGetsNothingMore() {
		Sinks.One<String> end = Sinks.one();
		second.ready(false);
		Awaitility.await().until(() -> !second().isAvailable());
		first.behave((request, response) -> response.sendString(end.asMono()));
		CompletableFuture<HttpResponse<String>> running = gateway().getLater("/");
		Awaitility.await().until(() -> first().inFlight() == 1);
		first.ready(false);
		first.say(LEAVING);
		second.ready(true);
		Awaitility.await().until(() -> first().isLeaving() && second().isAvailable());
		for (int i = 0; i < 10; i++) {
			assertThat(gateway().get("/").body()).isEqualTo("ok");
		}
		assertThat(first.requests()).isEqualTo(1);
		end.tryEmitValue("finished");
		assertThat(running.join().body()).isEqualTo("finished");
	}

	@Test
	void anInstanceTellsItsZoneAndShoppersOfItsRegionGoThere() {
		second.say(IN_US);
		Awaitility.await().until(() -> second().zone().equals("us"));
		for (int i = 0; i < 5; i++) {
			assertThat(gateway().getLater("/", "Cookie", "visitor=v; region=us").join().headers().map())
				.hasEntrySatisfying("server-timing", (told) -> assertThat(told.getFirst())
					.startsWith("gateway;desc=\"storefront-2; zone=us; why=the only candidate\""));
			gateway().getLater("/", "Cookie", "region=eu").join();
			gateway().get("/");
		}
		assertThat(first.requests()).isEqualTo(10);
		assertThat(second.requests()).isEqualTo(5);
		second.say(IN_US.replace("us", "eu"));
		Awaitility.await().until(() -> second().zone().equals("eu"));
	}

	@Test
	void anOperatorDrainsAnInstanceAndRestoresIt() throws Exception {
		HttpResponse<String> drained = operate("storefront-1", "drain");
		assertThat(drained.statusCode()).isEqualTo(200);
		assertThat(drained.body()).contains("\"state\":\"drained\"");
		for (int i = 0; i < 10; i++) {
			gateway().get("/");
		}
		assertThat(first.requests()).isZero();
		assertThat(operate("storefront-1", "restore").body()).contains("\"state\":\"available\"");
		Awaitility.await().untilAsserted(() -> {
			gateway().get("/");
			assertThat(first.requests()).isPositive();
		});
	}

	@Test
	void anOperatorSeesThePool() throws Exception {
		gateway().get("/");
		HttpResponse<String> pool = ask(HttpRequest.newBuilder(management("")));
		assertThat(pool.body()).contains("\"waiting\":0", "\"name\":\"storefront-1\"", "\"name\":\"storefront-2\"",
				"\"zone\":\"eu\"", "\"inFlight\":0", "\"latencyMillis\":", "\"answered\":");
		assertThat(ask(HttpRequest.newBuilder(management("/storefront-2"))).body()).contains(second.address());
		assertThat(ask(HttpRequest.newBuilder(
				URI.create("http://127.0.0.1:" + this.managementPort + "/actuator/metrics/clickpath.upstream.tries")))
			.body()).contains("storefront-1", "answered", "timed_out");
	}

	@Test
	void whatDoesNotExistIsAProblem() throws Exception {
		HttpResponse<String> unknown = operate("storefront-9", "drain");
		assertThat(unknown.statusCode()).isEqualTo(404);
		assertThat(unknown.headers().firstValue("Content-Type")).contains("application/problem+json");
		assertThat(ask(HttpRequest.newBuilder(management("/storefront-9"))).statusCode()).isEqualTo(404);
		assertThat(operate("storefront-1", "explode").statusCode()).isEqualTo(400);
	}

	private HttpResponse<String> operate(String name, String state) throws IOException, InterruptedException {
		return ask(HttpRequest.newBuilder(management("/" + name))
			.header("Content-Type", "application/json")
			.POST(HttpRequest.BodyPublishers.ofString("{\"state\":\"" + state + "\"}")));
	}

	private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
		return this.operator.send(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	private URI management(String path) {
		return URI.create("http://127.0.0.1:" + this.managementPort + "/actuator/upstreams" + path);
	}

	private GatewayClient gateway() {
		return new GatewayClient(this.port);
	}

	private Upstream first() {
		return this.pool.upstreams().getFirst();
	}

	private Upstream second() {
		return this.pool.upstreams().getLast();
	}

}
