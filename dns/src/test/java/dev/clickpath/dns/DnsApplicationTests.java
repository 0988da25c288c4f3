package dev.clickpath.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

import dev.clickpath.dns.listening.NameServer;
import dev.clickpath.dns.management.ManagementServer;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DnsApplicationTests {

	private static final String[] FREE_PORTS = { "--server.port=0", "--management.server.port=0" };

	@Test
	void answersAsItComesAndTellsItsHealthAndMetricsOnAPortOfTheirOwn() throws Exception {
		try (ConfigurableApplicationContext context = SpringApplication.run(DnsApplication.class, FREE_PORTS)) {
			assertThat(ask(context, "www.clickpath.test.", Type.A)).contains("127.0.0.1");
			assertThat(ask(context, "cdn.clickpath.test.", Type.HTTPS)).contains("CNAME", "alpn=", "h3,h2",
					"port=8453");
			assertThat(management(context, "/actuator/health/liveness").body()).isEqualTo("{\"status\":\"UP\"}");
			assertThat(management(context, "/actuator/health/readiness").statusCode()).isEqualTo(200);
			assertThat(management(context, "/actuator/metrics").body()).contains("dns.answers", "jvm.memory.used");
			assertThat(management(context, "/actuator/metrics/dns.answers?tag=transport:udp&tag=rcode:noerror").body())
				.contains("\"value\":2.0");
			assertThat(management(context, "/actuator/prometheus").body())
				.contains("\ndns_answers_total{rcode=\"noerror\",transport=\"udp\"} ");
			assertThat(management(context, "/actuator/health/nothing").statusCode()).isEqualTo(404);
			assertThat(management(context, "/actuator/metrics/nothing").statusCode()).isEqualTo(404);
			assertThat(management(context, "/").statusCode()).isEqualTo(404);
			assertThat(management(context, "/actuator/metrics/dns.answers?tag=nonsense").statusCode()).isEqualTo(400);
			assertThat(management(context, "/actuator/metrics/dns.answers?tag=%25zz").statusCode()).isEqualTo(400);
			AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
			assertThat(management(context, "/actuator/health/readiness").statusCode()).isEqualTo(503);
		}
	}

	@Test
	void isNotWellWhenNobodyTakesQuestionsAnyMore() throws Exception {
		try (ConfigurableApplicationContext context = SpringApplication.run(DnsApplication.class, FREE_PORTS)) {
			context.getBean(NameServer.class).stop();
			for (String group : List.of("", "/liveness", "/readiness")) {
				HttpResponse<String> health = management(context, "/actuator/health" + group);
				assertThat(health.statusCode()).as(group).isEqualTo(503);
				assertThat(health.body()).isEqualTo("{\"status\":\"DOWN\"}");
			}
		}
	}

	@Test
	void severalGatewaysLieWhereTheConfigurationSays() throws Exception {
		try (ConfigurableApplicationContext context = SpringApplication.run(DnsApplication.class, "--server.port=0",
				"--management.server.port=0", "--clickpath.dns.zone=shop.test", "--clickpath.dns.gateways[0].name=here",
				"--clickpath.dns.gateways[0].addresses=192.0.2.1",
				"--clickpath.dns.gateways[0].clients=198.51.100.0/24", "--clickpath.dns.gateways[1].name=there",
				"--clickpath.dns.gateways[1].addresses=192.0.2.2", "--clickpath.dns.gateways[1].clients=127.0.0.0/8")) {
			assertThat(ask(context, "www.shop.test.", Type.A)).contains("192.0.2.2").doesNotContain("192.0.2.1");
			assertThat(ask(context, "shop.test.", Type.HTTPS)).contains("192.0.2.2").doesNotContain("port=");
		}
	}

	@Test
	void tellsInASentenceThatAPortIsTaken() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
			assertThatThrownBy(() -> SpringApplication.run(DnsApplication.class, "--management.server.port=0",
					"--server.port=" + taken.getLocalPort()))
				.hasStackTraceContaining("Port " + taken.getLocalPort() + " is taken or may not be used");
		}
	}

	@Test
	void tellsInASentenceWhatIsWrongWithTheConfiguration() {
		assertThatThrownBy(
				() -> SpringApplication.run(DnsApplication.class, "--server.port=0", "--management.server.port=0",
						"--clickpath.dns.gateways[0].name=here", "--clickpath.dns.gateways[0].addresses=192.0.2.1",
						"--clickpath.dns.gateways[0].clients=198.51.100.1/24"))
			.hasStackTraceContaining("\"198.51.100.1/24\" is no network");
	}

	private static String ask(ConfigurableApplicationContext context, String name, int type) throws Exception {
		SimpleResolver resolver = new SimpleResolver(
				new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), context.getBean(NameServer.class).port()));
		return resolver.send(Message.newQuery(Record.newRecord(Name.fromString(name), type, DClass.IN)))
			.sectionToString(Section.ANSWER);
	}

	private static HttpResponse<String> management(ConfigurableApplicationContext context, String path)
			throws Exception {
		int port = context.getBean(ManagementServer.class).port();
		try (HttpClient client = HttpClient.newHttpClient()) {
			return client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build(),
					HttpResponse.BodyHandlers.ofString());
		}
	}

}
