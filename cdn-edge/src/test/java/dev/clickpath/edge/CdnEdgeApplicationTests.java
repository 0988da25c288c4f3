package dev.clickpath.edge;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import dev.clickpath.edge.management.ManagementServer;
import dev.clickpath.edge.proxying.EdgeServer;
import dev.clickpath.edge.proxying.ListenFailedException;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CdnEdgeApplicationTests {

	private static final String[] FREE_PORTS = { "--server.port=0", "--management.server.port=0",
			"--clickpath.edge.origin=http://127.0.0.1:1" };

	@Test
	void tellsItsHealthAndMetricsOnAPortOfTheirOwn() throws Exception {
		try (ConfigurableApplicationContext context = SpringApplication.run(CdnEdgeApplication.class, FREE_PORTS)) {
			assertThat(management(context, "/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
			assertThat(management(context, "/actuator/health/readiness").statusCode()).isEqualTo(200);
			assertThat(management(context, "/actuator/metrics").body()).contains("edge.requests", "jvm.memory.used");
			assertThat(management(context, "/actuator/metrics/edge.requests?tag=result:hit").body())
				.contains("\"value\":0.0");
			assertThat(management(context, "/actuator/prometheus").body())
				.contains("\nedge_requests_total{reason=\"none\",result=\"hit\",status=\"hit\"} 0.0\n");
			assertThat(management(context, "/actuator/health/nothing").statusCode()).isEqualTo(404);
			assertThat(management(context, "/actuator/metrics/nothing").statusCode()).isEqualTo(404);
			assertThat(management(context, "/").statusCode()).isEqualTo(404);
			AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
			assertThat(management(context, "/actuator/health/readiness").statusCode()).isEqualTo(503);
		}
	}

	@Test
	void tellsInASentenceThatAPortIsTaken() throws IOException {
		try (ServerSocket taken = new ServerSocket(0)) {
			assertThatThrownBy(() -> SpringApplication.run(CdnEdgeApplication.class, "--management.server.port=0",
					"--server.port=" + taken.getLocalPort()))
				.hasStackTraceContaining("Port " + taken.getLocalPort()
						+ " is taken or may not be used: end the program that has it, or choose another with "
						+ "--server.port.");
			assertThat(new ListenFailureAnalyzer()
				.analyze(ListenFailedException.of(8090, "--server.port", new BindException())))
				.extracting((analysis) -> analysis.getDescription())
				.isEqualTo("Port 8090 is taken or may not be used: end the program that has it, or choose another with "
						+ "--server.port.");
		}
	}

	@Test
	void answersOnItsOwnPortEvenWithoutItsOrigin() throws Exception {
		try (ConfigurableApplicationContext context = SpringApplication.run(CdnEdgeApplication.class, FREE_PORTS)) {
			assertThat(get(context.getBean(EdgeServer.class).port(), "/").statusCode()).isEqualTo(502);
		}
	}

	@Test
	void takesPurgesFromWhoShowsTheToken() throws Exception {
		String[] arguments = Stream.concat(Stream.of(FREE_PORTS), Stream.of("--clickpath.edge.purge-token=s3cret"))
			.toArray(String[]::new);
		try (ConfigurableApplicationContext context = SpringApplication.run(CdnEdgeApplication.class, arguments)) {
			assertThat(purge(context, "Bearer wrong", "{\"everything\":true}").statusCode()).isEqualTo(401);
			assertThat(purge(context, "s3cret", "{\"everything\":true}").statusCode()).isEqualTo(401);
			assertThat(purge(context, "Bearer s3cret", "{\"everything\":true}").statusCode()).isEqualTo(200);
			assertThat(purge(context, "bearer s3cret", "{\"tags\":[\"a\"],\"soft\":true}").statusCode()).isEqualTo(200);
			assertThat(purge(context, "Bearer s3cret", "{\"url\":\"http://a/b\"}").statusCode()).isEqualTo(200);
			for (String bad : List.of("", "[]", "{}", "{\"url\":\"/b\"}", "{\"url\":1}", "{\"tags\":[]}",
					"{\"tags\":\"a\"}", "{\"tags\":[1]}", "{\"everything\":false}", "{\"everything\":1}",
					"{\"soft\":true}", "{\"tags\":[\"a\"],\"everything\":true}", "{\"tag\":\"a\"}",
					"{\"everything\":true,\"soft\":3}", "{\"url\":null}", "{\"tags\":[null]}")) {
				HttpResponse<String> answer = purge(context, "Bearer s3cret", bad);
				assertThat(answer.statusCode()).as(bad).isEqualTo(400);
				assertThat(answer.body()).as(bad).contains("\"title\":");
			}
			assertThat(management(context, "/purge").statusCode()).isEqualTo(405);
		}
	}

	private static HttpResponse<String> purge(ConfigurableApplicationContext context, String authorization, String body)
			throws Exception {
		int port = context.getBean(ManagementServer.class).port();
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/purge"))
				.header("Authorization", authorization)
				.POST(HttpRequest.BodyPublishers.ofString(body))
				.build(), HttpResponse.BodyHandlers.ofString());
		}
	}

	private static HttpResponse<String> management(ConfigurableApplicationContext context, String path)
			throws Exception {
		return get(context.getBean(ManagementServer.class).port(), path);
	}

	private static HttpResponse<String> get(int port, String path) throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
					HttpResponse.BodyHandlers.ofString());
		}
	}

}
