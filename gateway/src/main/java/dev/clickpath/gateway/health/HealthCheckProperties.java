package dev.clickpath.gateway.health;

import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the health of the upstreams is asked.
 *
 * @param path the readiness path
 * @param portOffset where it is: the upstream's port and this many more, since health
 * lives on the management port
 * @param interval the time from one check to the next
 * @param timeout how long an answer may take
 */
@Validated
@ConfigurationProperties("clickpath.gateway.health")
record HealthCheckProperties(@DefaultValue("/actuator/health/readiness") @NotBlank String path,
		@DefaultValue("1000") int portOffset, @DefaultValue("1s") @NotNull Duration interval,
		@DefaultValue("900ms") @NotNull Duration timeout) {
}
