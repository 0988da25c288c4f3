package dev.clickpath.storefront.money;

import java.math.BigDecimal;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What money is worth.
 *
 * @param rates how much of each currency, by its ISO 4217 code, is had for the same
 * value, for instance for one euro
 */
@ConfigurationProperties("clickpath.storefront.exchange")
record ExchangeProperties(@DefaultValue Map<String, BigDecimal> rates) {
}
