package dev.clickpath.storefront.session;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a browser stays signed in.
 *
 * @param idle so long after its last page
 * @param lifetime so long after it signed in, whatever it does
 * @param most how many browsers of one customer; the one that was away longest goes
 */
@Validated
@ConfigurationProperties("clickpath.storefront.session")
record SessionProperties(@DefaultValue("14d") @NotNull Duration idle, @DefaultValue("90d") @NotNull Duration lifetime,
		@DefaultValue("20") @Positive int most) {
}
