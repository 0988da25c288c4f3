package dev.clickpath.storefront.order;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long orders take.
 *
 * @param patience how long the shop tries to place an order before it gives it up
 * @param expiry how long an order waits for the shopper's code
 * @param lease how long whoever works on an order is believed to be at it; longer than
 * all of one step's time-outs together
 * @param worker how often each storefront looks for orders that were left behind; never
 * when zero
 * @param packing from placed to packed
 * @param sending from packed to sent
 * @param travel from sent to delivered
 * @param most so many orders of one customer are taken, whatever becomes of them
 * @param within in so much time
 */
@ConfigurationProperties("clickpath.storefront.orders")
record OrderProperties(@DefaultValue("1m") Duration patience, @DefaultValue("15m") Duration expiry,
		@DefaultValue("12s") Duration lease, @DefaultValue("1s") Duration worker, @DefaultValue("2m") Duration packing,
		@DefaultValue("5m") Duration sending, @DefaultValue("10m") Duration travel, @DefaultValue("500") int most,
		@DefaultValue("1h") Duration within) {
}
