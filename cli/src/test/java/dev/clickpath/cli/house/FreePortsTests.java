package dev.clickpath.cli.house;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

import dev.clickpath.cli.Problem;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

class FreePortsTests {

	@Test
	void namesThePortThatIsTakenAndWhoNeedsIt() throws IOException {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
			House house = new House(1, null, taken.getLocalPort() - 8102);
			assertThatExceptionOfType(Problem.class).isThrownBy(() -> FreePorts.check(house))
				.withMessage(
						"Port %d, which recommendation-service needs, is taken; end what listens there, or shift all "
							.formatted(taken.getLocalPort()) + "ports with --port-offset.");
		}
	}

	@Test
	void isContentWithFreePorts() {
		int offset = FreePorts.anyPair() % 10_000 + 40_000;
		assertThatNoException().isThrownBy(() -> FreePorts.check(new House(1, null, offset)));
	}

}
