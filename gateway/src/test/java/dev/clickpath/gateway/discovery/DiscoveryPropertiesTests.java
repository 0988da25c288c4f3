package dev.clickpath.gateway.discovery;

import java.net.URI;
import java.util.List;
import java.util.Map;

import dev.clickpath.gateway.upstream.Found;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

class DiscoveryPropertiesTests {

	@Test
	void aListOfAddressesIsEnough() {
		DiscoveryProperties properties = bind(
				Map.of("clickpath.gateway.storefronts", "http://127.0.0.1:8111,http://127.0.0.1:8112"));
		assertThat(found(properties)).containsExactly(
				new Found(URI.create("http://127.0.0.1:8111"), "storefront-1", null, 1),
				new Found(URI.create("http://127.0.0.1:8112"), "storefront-2", null, 1));
	}

	@Test
	void aStorefrontMayHaveNameZoneAndWeight() {
		DiscoveryProperties properties = bind(Map.of("clickpath.gateway.storefronts[0].address", "http://10.0.0.1:80",
				"clickpath.gateway.storefronts[0].name", "big", "clickpath.gateway.storefronts[0].zone", "us",
				"clickpath.gateway.storefronts[0].weight", "2.5", "clickpath.gateway.storefronts[1]",
				"http://10.0.0.2:80"));
		assertThat(found(properties)).containsExactly(new Found(URI.create("http://10.0.0.1:80"), "big", "us", 2.5),
				new Found(URI.create("http://10.0.0.2:80"), "storefront-2", null, 1));
	}

	@Test
	void theyMayBeFoundByName() {
		DiscoveryProperties properties = bind(Map.of("clickpath.gateway.discovery.dns", "storefront:8111"));
		assertThat(properties.discovery().dns()).isEqualTo(new HostAndPort("storefront", 8111));
	}

	private static DiscoveryProperties bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("clickpath.gateway",
				DiscoveryProperties.class);
	}

	private static List<Found> found(DiscoveryProperties properties) {
		return List.of(properties.storefronts().get(0).found(1), properties.storefronts().get(1).found(2));
	}

}
