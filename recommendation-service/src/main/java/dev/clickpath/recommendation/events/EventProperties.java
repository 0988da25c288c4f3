package dev.clickpath.recommendation.events;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What is taken and kept.
 *
 * @param most how many events in one request
 * @param size how large a body; about two of the largest are read at once
 * @param ahead how far another machine's clock may be ahead of this one's
 * @param mostOfOne how many events of one visitor at once, and afterwards in a day; what
 * is more is a robot's
 * @param waiting how many events may wait to be written; whoever comes then is asked to
 * come again
 * @param retention how old events may grow, zero for any age; they are dropped by whole
 * months
 */
@Validated
@ConfigurationProperties("clickpath.recommendation.events")
record EventProperties(@DefaultValue("10000") @Min(1) @Max(100_000) int most,
		@DefaultValue("8MB") @NotNull DataSize size, @DefaultValue("5m") @NotNull Duration ahead,
		@DefaultValue("10000") @Min(1) int mostOfOne, @DefaultValue("50000") @Min(1) int waiting,
		@DefaultValue("0s") @NotNull Duration retention) {
}
