package dev.clickpath.cli.bench.edge;

import dev.clickpath.cli.house.FreePorts;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CollapseTests {

	@Test
	void countsEveryRequestThatReachesTheOrigin() {
		try (AssetOrigin origin = new AssetOrigin(FreePorts.any())) {
			Collapse collapse = Collapse.measure(origin.port(), origin, 5);
			assertThat(collapse.originRequests()).isEqualTo(5);
			assertThat(collapse.wrong()).isZero();
			assertThat(collapse.slowestMillis()).isGreaterThanOrEqualTo(200);
		}
	}

}
