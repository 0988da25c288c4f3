package dev.clickpath.cli.house;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;

import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/**
 * What else listens on this machine is nobody's to say, so that whole houses are looked
 * at with ports that are free or taken by definition.
 */
class FreePortsTests {

	private static final House HOUSE = new House(1, null, 0);

	@Test
	void namesThePortThatIsTakenAndWhoNeedsIt() {
		assertThatExceptionOfType(Problem.class).isThrownBy(() -> FreePorts.check(HOUSE, (port) -> port != 8102))
			.withMessage("Port 8102, which recommendation-service needs, is taken; end what listens there, or shift "
					+ "all ports with --port-offset.");
	}

	@Test
	void isContentWithFreePorts() {
		assertThatNoException().isThrownBy(() -> FreePorts.check(HOUSE, (port) -> true));
	}

	@Test
	void aPortIsTakenWhileSomethingListensThere() throws IOException {
		int port = FreePorts.any();
		try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
			assertThat(FreePorts.isFree(taken.getLocalPort())).isFalse();
		}
		assertThat(FreePorts.isFree(port)).isTrue();
	}

	@Test
	void aPortIsTakenForDatagramsWhileSomethingTakesThem() throws IOException {
		int port;
		try (DatagramSocket taken = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
			port = taken.getLocalPort();
			assertThat(FreePorts.isFreeForDatagrams(port)).isFalse();
		}
		assertThat(FreePorts.isFreeForDatagrams(port)).isTrue();
	}

	@Test
	void givesNoPortTwice() {
		Set<Integer> given = new HashSet<>();
		for (int i = 0; i < 150; i++) {
			assertThat(given.add(FreePorts.any())).isTrue();
		}
		for (int i = 0; i < 150; i++) {
			int port = FreePorts.anyPair();
			assertThat(given.add(port)).isTrue();
			assertThat(given.add(port + 1_000)).isTrue();
		}
	}

}
