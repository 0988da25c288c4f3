package dev.clickpath.dns.health;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How gateways and edges are asked whether they are well.
 *
 * @param interval how often
 * @param timeout how long an answer may take
 * @param unhealthyAfter so many failures in a row mean that one is not
 * @param healthyAfter so many successes in a row mean that it is again
 */
@ConfigurationProperties("clickpath.dns.health")
public record HealthProperties(@DefaultValue("1s") Duration interval, @DefaultValue("1s") Duration timeout,
		@DefaultValue("2") int unhealthyAfter, @DefaultValue("1") int healthyAfter) {

	public HealthProperties {
		Assert.isTrue(interval.isPositive(), "clickpath.dns.health.interval must be positive");
		Assert.isTrue(timeout.isPositive(), "clickpath.dns.health.timeout must be positive");
		Assert.isTrue(unhealthyAfter > 0, "clickpath.dns.health.unhealthy-after must be positive");
		Assert.isTrue(healthyAfter > 0, "clickpath.dns.health.healthy-after must be positive");
	}

}
