package dev.clickpath.endtoend.cluster;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That each service is told what it listens to, and neighbours that are there.
 */
class EnvironmentTests {

	/**
	 * The images' own, how large the heap may grow, and how the log is written, which is
	 * asked before there are properties.
	 */
	private static final Set<String> NO_PROPERTIES = Set.of("HEAP", "CLICKPATH_LOGS");

	private static final Pattern ADDRESS = Pattern.compile("(?:https?|jdbc:postgresql)://([a-z-]+):(\\d+)");

	private static final Pattern SECRET = Pattern.compile("(?i).*(password|token|secret)$");

	static Stream<Arguments> services() {
		return Overlay.all()
			.flatMap((overlay) -> Overlay.MODULES.stream()
				.sorted()
				.map((module) -> Arguments.of(overlay, overlay.workload(module))));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("services")
	void everyVariableIsAPropertyThatTheServiceHas(Overlay overlay, Workload service) {
		ServiceProperties properties = ServiceProperties.of(service.name());

		assertThat(overlay.environment(service).keySet()).filteredOn((variable) -> !NO_PROPERTIES.contains(variable))
			.isNotEmpty()
			.allSatisfy((variable) -> assertThat(properties.contain(variable))
				.as("%s has a property for %s", service.name(), variable)
				.isTrue());
	}

	@Test
	void aVariableThatNobodyReadsIsFound() {
		ServiceProperties gateway = ServiceProperties.of("gateway");

		assertThat(gateway.contain("CLICKPATH_GATEWAY_DISCOVERY_DNS")).isTrue();
		assertThat(gateway.contain("CLICKPATH_GATEWAY_STOREFRONTS_0_ZONE")).isTrue();
		assertThat(gateway.contain("CLICKPATH_GATEWAY_DISCOVERY_DNSNAME")).isFalse();
		assertThat(gateway.contain("CLICKPATH_EDGE_ORIGIN")).isFalse();
		assertThat(gateway.contain("SERVER_PORTS")).isFalse();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("services")
	void everyNeighbourIsAServiceThatAnswersAtThatPort(Overlay overlay, Workload service) {
		overlay.environment(service)
			.forEach((variable, value) -> ADDRESS.matcher(value).results().forEach((address) -> {
				String host = address.group(1);
				if (!host.equals("localhost")) {
					assertThat(ports(overlay, host)).as("%s=%s", variable, value)
						.contains(Integer.valueOf(address.group(2)));
				}
			}));
	}

	/** The operator makes the Services of a PostgreSQL that is its own. */
	private static Stream<Integer> ports(Overlay overlay, String service) {
		if (overlay.all("Cluster").anyMatch((cluster) -> service.equals(Kustomization.name(cluster) + "-rw"))) {
			return Stream.of(5432);
		}
		return overlay.one("Service", service).at("/spec/ports").valueStream().map((port) -> port.get("port").asInt());
	}

	@ParameterizedTest
	@MethodSource("dev.clickpath.endtoend.cluster.Overlay#all")
	void theGatewayFindsStorefrontsByTheNameOfAHeadlessServiceThatNamesAllOfThem(Overlay overlay) {
		Map<String, String> gateway = overlay.environment(overlay.workload("gateway"));
		URI name = URI.create("dns://" + gateway.get("CLICKPATH_GATEWAY_DISCOVERY_DNS"));
		JsonNode service = overlay.one("Service", name.getHost()).get("spec");

		assertThat(service.get("clusterIP").asString()).isEqualTo("None");
		assertThat(service.get("publishNotReadyAddresses").asBoolean()).isTrue();
		// The addresses are those of the pods, so the ports must be, too: that of health
		// is 1000 more.
		assertThat(overlay.workload("storefront").ports()).containsEntry("TCP http", name.getPort())
			.containsEntry("TCP management", name.getPort() + 1000);
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("services")
	void listensAtThePortsThatItIsSaidToHave(Overlay overlay, Workload service) {
		Map<String, String> told = overlay.environment(service);
		int usual = YamlFile
			.read(Overlay.CHECKOUT.resolve(service.name()).resolve("src/main/resources/application.yaml"))
			.getFirst()
			.at("/server/port")
			.asInt();

		assertThat(service.ports())
			.containsValue(Integer.valueOf(told.getOrDefault("SERVER_PORT", String.valueOf(usual))))
			.containsEntry("TCP management", usual + 1000);
		assertThat(told).containsEntry("MANAGEMENT_SERVER_ADDRESS", "0.0.0.0");
		if (told.containsKey("CLICKPATH_GATEWAY_TLS_CERTIFICATE")
				|| told.containsKey("CLICKPATH_EDGE_TLS_CERTIFICATE")) {
			int tls = Integer.parseInt(told.getOrDefault("CLICKPATH_GATEWAY_TLS_PORT",
					told.getOrDefault("CLICKPATH_EDGE_TLS_PORT", service.name().equals("gateway") ? "8443" : "8453")));
			assertThat(service.ports()).containsEntry("TCP https", tls).containsEntry("UDP https-udp", tls);
		}
	}

	@ParameterizedTest
	@MethodSource("dev.clickpath.endtoend.cluster.Overlay#all")
	void noSecretIsWrittenDown(Overlay overlay) {
		assertThat(overlay.all("Secret")).isEmpty();
		assertThat(overlay.all("ConfigMap").flatMap((map) -> map.get("data").propertyStream()))
			.noneMatch((entry) -> SECRET.matcher(entry.getKey()).matches())
			.noneMatch((entry) -> entry.getValue()
				.asString()
				.matches("(?s).*(BEGIN [A-Z ]*PRIVATE KEY|://[^/ ]+:[^/ ]+@).*"));
		assertThat(overlay.own().stream().flatMap((service) -> service.container().path("env").valueStream()))
			.filteredOn((variable) -> SECRET.matcher(variable.get("name").asString()).matches())
			.isNotEmpty()
			.allSatisfy((variable) -> assertThat(variable.at("/valueFrom/secretKeyRef/name").asString()).isNotEmpty());
	}

	@ParameterizedTest
	@MethodSource("dev.clickpath.endtoend.cluster.Overlay#all")
	void theGatewayAnswersToTheNamesByWhichItIsAskedForItsHealth(Overlay overlay) {
		Workload gateway = overlay.workload("gateway");

		// A kubelet asks for the pod by its address.
		assertThat(gateway.container().get("env"))
			.anyMatch((variable) -> variable.get("name").asString().equals("CLICKPATH_GATEWAY_LISTENING_HOSTS_0")
					&& variable.at("/valueFrom/fieldRef/fieldPath").asString().equals("status.podIP"));
		assertThat(overlay.environment(overlay.workload("dns")).get("CLICKPATH_DNS_GATEWAYS_0_HEALTH"))
			.startsWith("http://" + overlay.environment(gateway).get("CLICKPATH_GATEWAY_LISTENING_HOSTS_1") + ":");
	}

	@Test
	void aShopThatOthersReachHasNoDemoAccountsAndItsCookiesGoOverTlsAlone() {
		Overlay zones = Overlay.named("zones");

		assertThat(zones.environment(zones.workload("storefront")))
			.containsEntry("CLICKPATH_STOREFRONT_DEMOACCOUNTS", "false")
			.containsEntry("CLICKPATH_STOREFRONT_SECURECOOKIES", "true");
		assertThat(zones.one("Service", "gateway-public").at("/spec/ports"))
			.allMatch((port) -> port.get("port").asInt() == 443);
		// It would redirect those who ask for its health, too.
		assertThat(zones.environment(zones.workload("gateway")))
			.doesNotContainKey("CLICKPATH_GATEWAY_LISTENING_REDIRECTTOHTTPS");
	}

}
