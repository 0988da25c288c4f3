package dev.clickpath.gateway.discovery;

import java.net.URI;
import java.util.List;
import java.util.Map;

import dev.clickpath.gateway.upstream.Found;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "http://store_front:8111, has no host", "http://10.0.0.1, has no port",
			"http://10.0.0.1:0, has no port", "https://10.0.0.1:8111, does not begin with http://",
			"10.0.0.1:8111, is none", "http://10.0.0.1:8111/shop, has more than",
			"http://10.0.0.1:8111/, has more than", "http://user@10.0.0.1:8111, has more than",
			"http://:8111, has no host" })
	void anAddressThatCannotBeAskedIsRefusedInASentence(String address, String fault) {
		assertThatThrownBy(() -> bind(Map.of("clickpath.gateway.storefronts", address))).rootCause()
			.hasMessageContaining(address)
			.hasMessageContaining(fault);
	}

	@ParameterizedTest
	@ValueSource(strings = { "storefront", "storefront:", "storefront:http", "storefront:0", "storefront:99999",
			"http://storefront:8111" })
	void aNameNeedsAPort(String text) {
		assertThatThrownBy(() -> bind(Map.of("clickpath.gateway.discovery.dns", text))).rootCause()
			.hasMessage("\"" + text + "\" should be a name and a port: storefront:8111");
	}

	private static DiscoveryProperties bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("clickpath.gateway",
				DiscoveryProperties.class);
	}

	private static List<Found> found(DiscoveryProperties properties) {
		return List.of(properties.storefronts().get(0).found(1), properties.storefronts().get(1).found(2));
	}

}
