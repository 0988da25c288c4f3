package dev.clickpath.catalog.step;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How what customers do is written down.
 *
 * @param atOnce so many at a time; fewer than there are connections to the database
 * @param patience the longest one waits for its turn
 * @param timeout the longest one takes then, in whole seconds
 */
@Validated
@ConfigurationProperties("clickpath.catalog.steps")
record StepProperties(@DefaultValue("4") @Min(1) int atOnce, @DefaultValue("10s") Duration patience,
		@DefaultValue("5s") @DurationMin(seconds = 1) Duration timeout) {

}
