package dev.clickpath.gateway.discovery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;

import dev.clickpath.gateway.telling.PoolLog;
import dev.clickpath.gateway.upstream.BalancingRules;
import dev.clickpath.gateway.upstream.EjectionRules;
import dev.clickpath.gateway.upstream.HealthRules;
import dev.clickpath.gateway.upstream.Policy;
import dev.clickpath.gateway.upstream.SlowStart;
import dev.clickpath.gateway.upstream.Upstream;
import dev.clickpath.gateway.upstream.UpstreamPool;
import dev.clickpath.gateway.upstream.ZonePreference;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

@ExtendWith(OutputCaptureExtension.class)
class DiscoveryTests {

	private final UpstreamPool pool = new UpstreamPool(
			new BalancingRules(Policy.LEAST_LOADED, new ZonePreference("eu", Map.of(), 1.4), 0.25,
					new SlowStart(Duration.ZERO), 10, new HealthRules(2, 1), new EjectionRules(5, 0.1, 50,
							Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(60), 0.5),
					0),
			System::nanoTime, Random::new);

	private volatile List<String> addresses = List.of();

	private final Discovery discovery = new Discovery(this.pool, mock(PoolLog.class),
			new Named(HostAndPort.valueOf("storefront:8111"), this::lookup), Duration.ofMillis(20));

	@Test
	void findsAllAddressesOfTheName() {
		this.addresses = List.of("10.0.0.3", "10.0.0.2", "fd00:0:0:0:0:0:0:7");
		this.discovery.look();
		assertThat(this.pool.upstreams()).extracting(Upstream::name)
			.containsExactly("10.0.0.2:8111", "10.0.0.3:8111", "[fd00:0:0:0:0:0:0:7]:8111");
	}

	@Test
	void followsAServiceThatIsScaled() {
		this.addresses = List.of("10.0.0.2");
		this.discovery.look();
		Upstream stays = this.pool.upstreams().getFirst();
		this.addresses = List.of("10.0.0.2", "10.0.0.3");
		this.discovery.look();
		assertThat(this.pool.upstreams()).hasSize(2).contains(stays);
		this.addresses = List.of("10.0.0.3");
		this.discovery.look();
		assertThat(this.pool.upstreams()).hasSize(1).doesNotContain(stays);
	}

	@Test
	void keepsWhatItKnowsWhileTheNameCannotBeResolved() {
		this.addresses = List.of("10.0.0.2");
		this.discovery.look();
		this.addresses = List.of();
		this.discovery.look();
		assertThat(this.pool.upstreams()).hasSize(1);
	}

	@Test
	void complainsOnlyOfANameThatItHasSeenResolved(CapturedOutput output) {
		this.discovery.look();
		assertThat(output).contains("cannot be resolved yet").doesNotContain("WARN");
		this.addresses = List.of("10.0.0.2");
		this.discovery.look();
		this.addresses = List.of();
		this.discovery.look();
		assertThat(output).contains("WARN").contains("the instances known so far stay");
	}

	@Test
	void looksAgainAndAgain() {
		this.addresses = List.of("10.0.0.2");
		this.discovery.start();
		try {
			assertThat(this.pool.upstreams()).hasSize(1);
			this.addresses = List.of("10.0.0.2", "10.0.0.3");
			Awaitility.await().atMost(2, TimeUnit.SECONDS).until(() -> this.pool.upstreams().size() == 2);
		}
		finally {
			this.discovery.stop();
		}
		assertThat(this.discovery.isRunning()).isFalse();
	}

	private InetAddress[] lookup(String name) throws UnknownHostException {
		assertThat(name).isEqualTo("storefront");
		if (this.addresses.isEmpty()) {
			throw new UnknownHostException(name);
		}
		return this.addresses.stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
	}

}
