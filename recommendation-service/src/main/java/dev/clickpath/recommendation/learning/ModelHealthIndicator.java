package dev.clickpath.recommendation.learning;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Holds requests off until the model has learned what was stored at the start.
 */
@Component
class ModelHealthIndicator implements HealthIndicator {

	private final EventFollower follower;

	ModelHealthIndicator(EventFollower follower) {
		this.follower = follower;
	}

	@Override
	public Health health() {
		return (this.follower.isCaughtUp() ? Health.up() : Health.outOfService()).build();
	}

}
