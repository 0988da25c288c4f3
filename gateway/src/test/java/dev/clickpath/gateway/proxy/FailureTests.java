package dev.clickpath.gateway.proxy;

import java.net.ConnectException;
import java.net.NoRouteToHostException;

import dev.clickpath.gateway.upstream.Outcome;
import io.netty.channel.ConnectTimeoutException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailureTests {

	@Test
	void aConnectionThatTakesTooLongWasNotRefusedAndReachedNobody() {
		assertThat(Failure.of(new ConnectTimeoutException(), new Delivery()))
			.isEqualTo(new Failure(Outcome.TIMED_OUT, false));
	}

	@Test
	void whereNobodyListensAConnectionIsRefused() {
		assertThat(Failure.of(new ConnectException(), new Delivery())).isEqualTo(new Failure(Outcome.REFUSED, false));
		assertThat(Failure.of(new NoRouteToHostException(), new Delivery()))
			.isEqualTo(new Failure(Outcome.REFUSED, false));
	}

}
