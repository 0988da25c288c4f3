package dev.clickpath.catalog.suggestions;

import java.time.Duration;

import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * When what shoppers search for is suggested to others.
 *
 * @param askers so many shoppers must have searched for it
 * @param networks from so many networks, since one person can be many shoppers
 * @param within in so much time
 */
@Validated
@ConfigurationProperties("clickpath.catalog.popular-queries")
record PopularProperties(@DefaultValue("5") @Min(2) int askers, @DefaultValue("3") @Min(1) int networks,
		@DefaultValue("30d") @DurationMin(minutes = 1) Duration within) {

}
