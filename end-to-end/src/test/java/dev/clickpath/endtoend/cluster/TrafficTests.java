package dev.clickpath.endtoend.cluster;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * That the network policies allow the edges of the house's picture, and no other.
 */
class TrafficTests {

	@Test
	void onALaptopTheHousesEdgesAreAllowedAndNoOther() {
		assertThat(new Traffic(Overlay.named("laptop")).betweenPods()).containsExactlyInAnyOrder(
				"gateway > storefront 8111", "gateway > storefront 9111", "cdn-edge > gateway 8080",
				"storefront > catalog-service 8101", "storefront > recommendation-service 8102",
				"storefront > postgres 5432", "catalog-service > postgres 5432",
				"recommendation-service > postgres 5432", "dns > gateway 9080", "dns > cdn-edge 9090");
	}

	@Test
	void inZonesOnlyDatabasesSpeakWithEachOtherBesides() {
		assertThat(new Traffic(Overlay.named("zones")).betweenPods()).containsExactlyInAnyOrder(
				"gateway > storefront 8111", "gateway > storefront 9111", "cdn-edge > gateway 80",
				"storefront > catalog-service 8101", "storefront > recommendation-service 8102",
				"storefront > postgres 5432", "catalog-service > postgres 5432",
				"recommendation-service > postgres 5432", "dns > gateway 9080", "dns > cdn-edge 9090",
				"postgres > postgres 5432", "postgres > postgres 8000");
	}

	@Test
	void theWorldReachesGatewayEdgeAndNameServerAndNothingElse() {
		assertThat(new Traffic(Overlay.named("laptop")).fromTheWorld()).containsExactlyInAnyOrder("gateway 8080",
				"gateway 8443", "gateway 8443/udp", "cdn-edge 8090", "cdn-edge 8453", "cdn-edge 8453/udp", "dns 8053",
				"dns 8053/udp");
		assertThat(new Traffic(Overlay.named("zones")).fromTheWorld()).containsExactlyInAnyOrder("gateway 80",
				"gateway 443", "gateway 443/udp", "cdn-edge 80", "cdn-edge 443", "cdn-edge 443/udp", "dns 8053",
				"dns 8053/udp");
	}

	@Test
	void otherNamespacesReachOnlyWhatTheyLookAfter() {
		assertThat(new Traffic(Overlay.named("laptop")).fromOtherNamespaces()).isEmpty();
		assertThat(new Traffic(Overlay.named("zones")).fromOtherNamespaces()).containsExactlyInAnyOrder(
				"monitoring > gateway 9080", "monitoring > cdn-edge 9090", "monitoring > storefront 9111",
				"monitoring > catalog-service 9101", "monitoring > recommendation-service 9102",
				"monitoring > dns 9053", "monitoring > postgres 9187", "cnpg-system > postgres 5432",
				"cnpg-system > postgres 8000");
	}

	@ParameterizedTest
	@MethodSource("dev.clickpath.endtoend.cluster.Overlay#all")
	void nobodyMayDoAnythingAtFirst(Overlay overlay) {
		Traffic traffic = new Traffic(overlay);

		assertThat(overlay.workloads()).isNotEmpty().allMatch(traffic::isDeniedAtFirst);
	}

	@ParameterizedTest
	@MethodSource("dev.clickpath.endtoend.cluster.Overlay#all")
	void onlyGatewayEdgeAndNameServerHaveAnAddressOutside(Overlay overlay) {
		Set<String> outside = Set.of("NodePort", "LoadBalancer");

		assertThat(overlay.all("Service")
			.filter((service) -> outside.contains(service.at("/spec/type").asString("ClusterIP")))
			.map(Kustomization::name)).containsExactlyInAnyOrder("gateway-public", "cdn-edge-public", "dns-public");
		assertThat(overlay.all("Service").filter((service) -> service.at("/spec").has("externalIPs"))).isEmpty();
		assertThat(overlay.all("Ingress")).isEmpty();
	}

}
