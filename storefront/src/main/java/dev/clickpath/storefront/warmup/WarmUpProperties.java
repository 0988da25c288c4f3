package dev.clickpath.storefront.warmup;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How an instance warms up.
 *
 * @param limit the longest it may take; none when zero
 * @param enough a page made in this time is a warm one
 */
@ConfigurationProperties("clickpath.storefront.warm-up")
record WarmUpProperties(@DefaultValue("15s") Duration limit, @DefaultValue("60ms") Duration enough) {
}
