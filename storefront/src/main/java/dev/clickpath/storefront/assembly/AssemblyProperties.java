package dev.clickpath.storefront.assembly;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long pages may take.
 *
 * @param pageBudget the longest a page waits for the parts it can do without
 */
@ConfigurationProperties("clickpath.storefront")
record AssemblyProperties(@DefaultValue("300ms") Duration pageBudget) {
}
