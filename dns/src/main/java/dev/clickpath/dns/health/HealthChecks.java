package dev.clickpath.dns.health;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

import dev.clickpath.dns.answering.Endpoint;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks each gateway and each edge for its health, over and over. Who has no address for
 * that counts as well.
 */
public final class HealthChecks implements Predicate<Endpoint> {

	private static final Logger logger = LoggerFactory.getLogger(HealthChecks.class);

	private final HealthProperties properties;

	private final Map<String, URI> asked;

	private final Map<String, Condition> conditions = new LinkedHashMap<>();

	private final CountDownLatch stopping = new CountDownLatch(1);

	/**
	 * Checks.
	 * @param asked the names of endpoints, and where they tell of their health: 200 means
	 * that all is well
	 */
	public HealthChecks(HealthProperties properties, Map<String, URI> asked, MeterRegistry registry) {
		this.properties = properties;
		this.asked = Map.copyOf(asked);
		asked.keySet().forEach((name) -> {
			Condition condition = new Condition(properties);
			this.conditions.put(name, condition);
			Gauge.builder("dns.healthy", condition, (of) -> of.isHealthy() ? 1 : 0)
				.description("1 for who can be led to, 0 for who cannot")
				.tag("endpoint", name)
				.register(registry);
		});
	}

	@Override
	public boolean test(Endpoint endpoint) {
		Condition condition = this.conditions.get(endpoint.name());
		return condition == null || condition.isHealthy();
	}

	public void start() {
		this.conditions
			.forEach((name, condition) -> Thread.ofVirtual().name("health-" + name).start(() -> ask(name, condition)));
	}

	private void ask(String name, Condition condition) {
		URI address = Objects.requireNonNull(this.asked.get(name));
		try {
			do {
				if (condition.seen(isWell(address))) {
					logger.info("{} is {}", name, condition.isHealthy() ? "well" : "not well");
				}
			}
			while (!this.stopping.await(this.properties.interval().toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean isWell(URI address) {
		try {
			HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
			connection.setConnectTimeout((int) this.properties.timeout().toMillis());
			connection.setReadTimeout((int) this.properties.timeout().toMillis());
			connection.setInstanceFollowRedirects(false);
			try {
				return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
			}
			finally {
				connection.disconnect();
			}
		}
		catch (IOException | RuntimeException ex) {
			logger.debug("{} does not tell of its health", address, ex);
			return false;
		}
	}

	public void stop() {
		this.stopping.countDown();
	}

}
