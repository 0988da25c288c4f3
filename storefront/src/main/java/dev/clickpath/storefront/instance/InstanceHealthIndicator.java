package dev.clickpath.storefront.instance;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Tells whoever asks for the readiness who answers, and whether it is about to stop.
 */
@Component
class InstanceHealthIndicator implements HealthIndicator {

	private final InstanceProperties properties;

	private final Departure departure;

	InstanceHealthIndicator(InstanceProperties properties, Departure departure) {
		this.properties = properties;
		this.departure = departure;
	}

	@Override
	public Health health() {
		this.departure.asked();
		return Health.up()
			.withDetail("name", this.properties.instance())
			.withDetail("zone", this.properties.zone())
			.withDetail("leaving", this.departure.isUnderWay())
			.build();
	}

}
