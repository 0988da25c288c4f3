package dev.clickpath.recommendation.learning;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the model follows the stored events.
 *
 * @param latestEvents from how many events, the latest, the model is built at start-up
 * @param pollInterval how often to look for events that another instance has stored
 * @param trainingThreads how many threads work at training
 */
@Validated
@ConfigurationProperties("clickpath.recommendation.learning")
record LearningProperties(@DefaultValue("1000000") @Min(1) int latestEvents,
		@DefaultValue("1s") @NotNull Duration pollInterval, @DefaultValue("2") @Min(1) @Max(64) int trainingThreads) {

}
