package dev.clickpath.gateway.listening;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class AllowedHostsTests {

	private final AllowedHosts hosts = new AllowedHosts(List.of("Shop.test", ".below.test", "127.0.0.1", "FD00::5"));

	@ParameterizedTest
	@CsvSource({ "shop.test, true", "SHOP.test:8080, true", "a.below.test, true", "below.test, false",
			".below.test, false", "other.test, false", "127.0.0.1:9080, true", "[fd00::5]:9080, true",
			"[FD00::5], true", "[fd00::6], false", ", false" })
	void aNameIsAllowedHoweverItIsWritten(String authority, boolean allowed) {
		assertThat(this.hosts.contain(authority)).isEqualTo(allowed);
	}

}
