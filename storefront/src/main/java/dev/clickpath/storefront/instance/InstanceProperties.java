package dev.clickpath.storefront.instance;

import java.time.Duration;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which storefront this is.
 *
 * @param instance the name of this storefront
 * @param zone where it stands
 * @param drainDelay how long it goes on answering after it has said that it is about to
 * stop; longer than two questions of a load balancer are apart
 */
@Validated
@ConfigurationProperties("clickpath.storefront")
public record InstanceProperties(@DefaultValue("storefront-1") @NotBlank String instance,
		@DefaultValue("eu") @NotBlank String zone, @DefaultValue("2500ms") @NotNull Duration drainDelay) {
}
