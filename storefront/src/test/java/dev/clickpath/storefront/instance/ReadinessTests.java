package dev.clickpath.storefront.instance;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import dev.clickpath.storefront.testing.RunningStorefront;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalManagementPort;

import static org.assertj.core.api.Assertions.assertThat;

class ReadinessTests extends RunningStorefront {

	@LocalManagementPort
	private int managementPort;

	@Test
	void theReadinessTellsWhoAnswers() throws Exception {
		try (HttpClient client = HttpClient.newHttpClient()) {
			HttpResponse<String> readiness = client.send(HttpRequest
				.newBuilder(URI.create("http://127.0.0.1:" + this.managementPort + "/actuator/health/readiness"))
				.build(), HttpResponse.BodyHandlers.ofString());
			assertThat(readiness.statusCode()).isEqualTo(200);
			assertThat(readiness.body()).contains("\"instance\":{", "\"name\":\"storefront-1\"", "\"zone\":\"eu\"",
					"\"leaving\":false", "\"readinessState\":{");
		}
	}

}
