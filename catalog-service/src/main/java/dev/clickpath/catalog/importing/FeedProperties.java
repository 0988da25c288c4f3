package dev.clickpath.catalog.importing;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.hibernate.validator.constraints.time.DurationMin;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.io.Resource;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How large a feed may be.
 *
 * @param rows how many rows one feed may have
 * @param products how many products the catalogue may have, unless it has more already
 * @param size how long it may be
 * @param patience how long it may take to come
 * @param artwork the drawings of products without pictures
 */
@Validated
@ConfigurationProperties("clickpath.catalog.feed")
record FeedProperties(@DefaultValue("1000000") @Min(1) @Max(10_000_000) int rows,
		@DefaultValue("2000000") @Min(1) @Max(10_000_000) int products, @DefaultValue("4GB") DataSize size,
		@DefaultValue("30m") @DurationMin(seconds = 1) Duration patience,
		@DefaultValue("classpath:/feed/artwork.txt") Resource artwork) {

}
