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
 * What is taken in one request.
 *
 * @param most how many events
 * @param size how large a body
 * @param ahead how far another machine's clock may be ahead of this one's
 */
@Validated
@ConfigurationProperties("clickpath.recommendation.events")
record EventProperties(@DefaultValue("1000") @Min(1) @Max(100_000) int most,
		@DefaultValue("1MB") @NotNull DataSize size, @DefaultValue("5m") @NotNull Duration ahead) {

}
