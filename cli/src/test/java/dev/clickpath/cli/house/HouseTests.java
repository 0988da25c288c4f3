package dev.clickpath.cli.house;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class HouseTests {

	@Test
	void everyProcessHasPortsOfItsOwn() {
		House house = new House(3, null, 0);
		assertThat(house.ports()).hasSize(2 + 2 * house.services().size() + 2)
			.containsEntry(5442, "postgres")
			.containsEntry(8080, "gateway")
			.containsEntry(9080, "gateway")
			.containsEntry(8113, "storefront-3")
			.containsEntry(8443, "gateway")
			.containsEntry(8453, "cdn-edge")
			.containsEntry(8053, "dns")
			.containsEntry(9053, "dns");
	}

	@Test
	void theOffsetShiftsEveryPortAndEveryAddress() {
		House house = new House(1, null, 1000);
		assertThat(house.ports().keySet()).containsExactlyInAnyOrder(6442, 9101, 10101, 9102, 10102, 9111, 10111, 9080,
				10080, 9443, 9090, 10090, 9453, 9053, 10053, 9060);
		assertThat(house.services()).flatExtracting((service) -> service.properties().values())
			.filteredOn((value) -> value.startsWith("http"))
			.containsExactlyInAnyOrder("http://127.0.0.1:9101", "http://127.0.0.1:9102", "http://localhost:9090",
					"https://localhost:9453", "http://127.0.0.1:9111", "http://127.0.0.1:9080", "http://127.0.0.1:9060",
					"http://127.0.0.1:10090", "http://127.0.0.1:10101/actuator/health/readiness",
					"http://127.0.0.1:10102/actuator/health/readiness",
					"http://127.0.0.1:10080/actuator/health/readiness",
					"http://127.0.0.1:10090/actuator/health/readiness");
		assertThat(house.nameServerQuestion()).isEqualTo("dig @127.0.0.1 -p 9053 www.clickpath.test");
		assertThat(house.nameServer().properties()).containsEntry("clickpath.dns.gateways[0].https-port", "9443")
			.containsEntry("clickpath.dns.edges[0].https-port", "9453");
	}

	@Test
	void theGatewayKnowsAllStorefronts() {
		Service gateway = service(new House(2, null, 0), "gateway");
		assertThat(gateway.properties()).containsEntry("clickpath.gateway.storefronts",
				"http://127.0.0.1:8111,http://127.0.0.1:8112");
	}

	@Test
	void theStorefrontsStandInTheZonesInTurn() {
		House house = new House(3, null, 0, List.of("eu", "us"));
		assertThat(house.services()).filteredOn((service) -> service.module().equals("storefront"))
			.extracting((service) -> service.properties().get("clickpath.storefront.zone"))
			.containsExactly("eu", "us", "eu");
		assertThat(house.storefrontZones())
			.isEqualTo(Map.of("storefront-1", "eu", "storefront-2", "us", "storefront-3", "eu"));
	}

	@Test
	void gatewayAndEdgeListenWithTlsElsewhereToo() {
		Service edge = service(new House(1, null, 100), "cdn-edge");
		assertThat(edge.tls()).isEqualTo(new Service.Tls("clickpath.edge.tls", 8553));
		assertThat(edge.at(21_000, 21_001).tls()).isEqualTo(new Service.Tls("clickpath.edge.tls", 21_001));
		assertThat(service(new House(1, null, 100), "gateway").tls())
			.isEqualTo(new Service.Tls("clickpath.gateway.tls", 8543));
		assertThat(service(new House(1, null, 0), "catalog-service").at(21_000, 21_001).tls()).isNull();
	}

	@Test
	void theEdgeStandsInForTheShopsOwnOriginOnly() {
		House house = new House(1, null, 0);
		assertThat(service(house, "cdn-edge").properties()).containsEntry("clickpath.edge.stale-if-error",
				"${CLICKPATH_EDGE_STALEIFERROR:1d}");
		assertThat(house.edge().properties()).doesNotContainKey("clickpath.edge.stale-if-error");
	}

	@Test
	void theCatalogueHasRoomForAMillionProductsWhicheverWayTheyCome() {
		Service small = service(new House(1, null, 0), "catalog-service");
		Service large = service(new House(1, 1_000_000, 0), "catalog-service");
		assertThat(small.properties()).doesNotContainKey("clickpath.catalog.products");
		assertThat(large.properties()).containsEntry("clickpath.catalog.products", "1000000");
		assertThat(small.heap()).isEqualTo("384m");
		assertThat(large.heap()).isEqualTo("384m");
	}

	private static Service service(House house, String name) {
		return house.services().stream().filter((service) -> service.name().equals(name)).findFirst().orElseThrow();
	}

}
