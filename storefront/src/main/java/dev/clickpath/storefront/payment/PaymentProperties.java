package dev.clickpath.storefront.payment;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the shop speaks with the provider.
 *
 * @param patience the longest it waits for an answer
 */
@ConfigurationProperties("clickpath.storefront.payment")
record PaymentProperties(@DefaultValue("1500ms") Duration patience) {
}
