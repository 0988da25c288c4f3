package dev.clickpath.storefront.customer;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What passwords cost. Those that were hashed at another cost still count, and are hashed
 * anew when their owner signs in.
 *
 * @param memory what one hash takes, in KiB
 * @param iterations how often it goes through that
 * @param atOnce how many are reckoned at a time; each takes its memory from the heap
 * @param patience how long one more waits for its turn
 */
@Validated
@ConfigurationProperties("clickpath.storefront.passwords")
record PasswordProperties(@DefaultValue("19456") @Min(8) @Max(1_048_576) int memory,
		@DefaultValue("2") @Min(1) @Max(100) int iterations, @DefaultValue("1") @Min(1) @Max(100) int atOnce,
		@DefaultValue("2s") @NotNull Duration patience) {
}
