package dev.clickpath.cli.load.browsing;

import java.net.URI;
import java.net.UnknownHostException;

import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TargetTests {

	private static final URI HERE = URI.create("http://127.0.0.1:8080");

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:8080", "http://127.0.0.1:8080/", "http://[::1]:8080", "http://10.1.2.3",
			"http://172.18.0.4:8080", "http://192.168.1.9:8080", "http://[fd12::3]:8080" })
	void goesToThisMachineAndToPrivateAddresses(String address) {
		assertThatCode(() -> new Target(URI.create(address), HERE)).doesNotThrowAnyException();
		assertThatCode(() -> new Target(HERE, URI.create(address))).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://192.0.2.1:8080", "http://8.8.8.8", "http://172.32.0.1", "http://[2001:db8::1]",
			"http://[fe80::1]", "http://0.0.0.0:8080", "http://169.254.169.254" })
	void goesNowhereElse(String address) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> new Target(URI.create(address), HERE))
			.withMessageEndingWith("shoppers go to this machine, or to private addresses, and nowhere else.");
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> new Target(HERE, URI.create(address)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://localhost:8443", "http://localhost:8080/shop", "localhost:8080",
			"ftp://localhost", "http:///nobody" })
	void takesNothingButTheAddressOfAServer(String address) {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> new Target(URI.create(address), HERE))
			.withMessageContaining("is no address like http://localhost:8080");
	}

	@Test
	void looksWhereANameLeadsWhenItConnects() throws UnknownHostException {
		assertThat(Target.near("localhost")).isNotEmpty().allMatch((address) -> address.isLoopbackAddress());
		assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> Target.near("192.0.2.1"));
	}

}
