package dev.clickpath.gateway.clients;

import java.net.InetAddress;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TrustedProxiesTests {

	private static final InetAddress EDGE = InetAddress.ofLiteral("10.1.2.3");

	private final TrustedProxies proxies = new TrustedProxies(List.of("10.0.0.0/8", "fd00::/8"));

	@ParameterizedTest(name = "{0}")
	@CsvSource({ "10.255.0.1, true", "11.0.0.1, false", "fd12::1, true", "fe00::1, false", "::1, false" })
	void knowsItsNetworks(String address, boolean trusted) {
		assertThat(this.proxies.contain(InetAddress.ofLiteral(address))).isEqualTo(trusted);
	}

	@ParameterizedTest
	@CsvSource({ "192.168.0.0/17, 192.168.127.1, true", "192.168.0.0/17, 192.168.128.1, false",
			"0.0.0.0/0, 8.8.8.8, true", "1.2.3.4, 1.2.3.4, true", "1.2.3.4, 1.2.3.5, false" })
	void countsBits(String network, String address, boolean contained) {
		assertThat(Network.parse(network).contains(InetAddress.ofLiteral(address))).isEqualTo(contained);
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "example.org", "" })
	void refusesWhatIsNoNetwork(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> Network.parse(text));
	}

	@ParameterizedTest(name = "{0} -> {1}")
	@CsvSource(delimiter = ';', textBlock = """
			203.0.113.9; 203.0.113.9; 203.0.113.9, 10.1.2.3
			1.1.1.1, 203.0.113.9; 203.0.113.9; 203.0.113.9, 10.1.2.3
			203.0.113.9, 10.9.9.9; 203.0.113.9; 203.0.113.9, 10.9.9.9, 10.1.2.3
			2001:db8::1, fd00::7; 2001:db8::1; 2001:db8:0:0:0:0:0:1, fd00:0:0:0:0:0:0:7, 10.1.2.3
			203.0.113.9, nonsense, 10.9.9.9; 10.9.9.9; 10.9.9.9, 10.1.2.3
			evil.example; 10.1.2.3; 10.1.2.3
			""")
	void readsTheWayFromItsEnd(String forwardedFor, String client, String way) {
		Client found = this.proxies.client(EDGE, "http", "shop",
				new TrustedProxies.Told(List.of(forwardedFor), List.of(), List.of(), List.of()));
		assertThat(found.address()).isEqualTo(InetAddress.ofLiteral(client));
		assertThat(found.forwardedFor()).isEqualTo(way);
	}

	@Test
	void believesWhatWasSpokenAndAskedFor() {
		Client found = this.proxies.client(EDGE, "http", "inner", new TrustedProxies.Told(List.of("203.0.113.9"),
				List.of("https"), List.of("shop.example:8443"), List.of()));
		assertThat(found.scheme()).isEqualTo("https");
		assertThat(found.host()).isEqualTo("shop.example:8443");
		assertThat(found.forwarded()).isEqualTo("for=203.0.113.9, for=10.1.2.3;proto=https;host=\"shop.example:8443\"");
	}

	@ParameterizedTest
	@CsvSource({ "203.0.113.9:5678, 203.0.113.9", "[2001:db8::1]:5678, 2001:db8::1", "[2001:db8::1], 2001:db8::1",
			"2001:db8::1, 2001:db8::1" })
	void theClientsPortMakesNoDifference(String told, String address) {
		Client found = this.proxies.client(EDGE, "http", "inner",
				new TrustedProxies.Told(List.of(told), List.of(), List.of(), List.of()));
		assertThat(found.address()).isEqualTo(InetAddress.ofLiteral(address));
	}

	@Test
	void readsTheStandardFieldToo() {
		Client found = this.proxies.client(EDGE, "http", "inner", new TrustedProxies.Told(List.of(), List.of(),
				List.of(),
				List.of("for=1.1.1.1;proto=http", "for=\"[2001:db8::1]:4711\" ;Proto=https;host=\"shop.example\"")));
		assertThat(found.address()).isEqualTo(InetAddress.ofLiteral("2001:db8::1"));
		assertThat(found.scheme()).isEqualTo("https");
		assertThat(found.host()).isEqualTo("shop.example");
	}

	@Test
	void doesNotBelieveNonsense() {
		Client found = this.proxies.client(EDGE, "http", "inner", new TrustedProxies.Told(List.of(), List.of("gopher"),
				List.of("a\"b"), List.of("for=_hidden;proto", "for=unknown")));
		assertThat(found).isEqualTo(TrustedProxies.direct(EDGE, "http", "inner"));
	}

}
