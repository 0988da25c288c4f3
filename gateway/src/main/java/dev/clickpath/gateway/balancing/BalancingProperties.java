package dev.clickpath.gateway.balancing;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.clickpath.gateway.upstream.BalancingRules;
import dev.clickpath.gateway.upstream.EjectionRules;
import dev.clickpath.gateway.upstream.HealthRules;
import dev.clickpath.gateway.upstream.Policy;
import dev.clickpath.gateway.upstream.SlowStart;
import dev.clickpath.gateway.upstream.ZonePreference;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the requests are spread over the storefronts.
 *
 * @param policy how one is chosen of those that could take a request
 * @param region where a shopper is who has not said so
 * @param zones the zones for each region, the nearest first
 * @param overProvisioning a zone keeps its shoppers to itself while so many times its
 * healthy capacity is as much as all of it
 * @param panicBelow when less than this share is healthy, all are asked
 * @param slowStart after which an instance that is new or has come back gets its full
 * share
 * @param limit so many requests an instance has at a time
 * @param queue so many requests wait when all instances have that
 * @param unhealthyAfter so many failed health checks in a row
 * @param healthyAfter so many successful ones
 * @param ejection when an instance is put aside for what it does to requests
 */
@Validated
@ConfigurationProperties("clickpath.gateway.balancing")
record BalancingProperties(@DefaultValue("least-loaded") @NotNull Policy policy,
		@DefaultValue("eu") @NotBlank String region, @DefaultValue @NotEmpty Map<String, List<String>> zones,
		@DefaultValue("1.4") @DecimalMin("1") double overProvisioning,
		@DefaultValue("0.25") @DecimalMin("0") @DecimalMax("1") double panicBelow,
		@DefaultValue("10s") @NotNull Duration slowStart, @DefaultValue("256") @Positive int limit,
		@DefaultValue("512") @PositiveOrZero int queue, @DefaultValue("2") @Positive int unhealthyAfter,
		@DefaultValue("1") @Positive int healthyAfter, @DefaultValue @Valid Ejection ejection) {

	private static final Map<String, List<String>> USUAL_ZONES = Map.of("eu", List.of("eu", "us", "ap"), "us",
			List.of("us", "eu", "ap"), "ap", List.of("ap", "us", "eu"));

	BalancingProperties {
		zones = zones.isEmpty() ? USUAL_ZONES : zones;
	}

	/**
	 * When an instance is put aside.
	 *
	 * @param failures after so many in a row
	 * @param margin or when its success rate is so far below that of the others
	 * @param volume of at least so many requests
	 * @param interval within this time
	 * @param time for how long at first
	 * @param longest for how long at most
	 * @param share so many of all at a time
	 */
	record Ejection(@DefaultValue("5") @Positive int failures,
			@DefaultValue("0.1") @DecimalMin("0") @DecimalMax("1") double margin,
			@DefaultValue("50") @Positive int volume, @DefaultValue("5s") @NotNull Duration interval,
			@DefaultValue("5s") @NotNull Duration time, @DefaultValue("60s") @NotNull Duration longest,
			@DefaultValue("0.5") @DecimalMin("0") @DecimalMax("1") double share) {
	}

	BalancingRules rules() {
		return new BalancingRules(this.policy, new ZonePreference(this.region, this.zones, this.overProvisioning),
				this.panicBelow, new SlowStart(this.slowStart), this.limit,
				new HealthRules(this.unhealthyAfter, this.healthyAfter),
				new EjectionRules(this.ejection.failures(), this.ejection.margin(), this.ejection.volume(),
						this.ejection.interval(), this.ejection.time(), this.ejection.longest(), this.ejection.share()),
				this.queue);
	}

}
