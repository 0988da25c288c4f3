package dev.clickpath.gateway.proxy;

import java.time.Duration;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.PositiveOrZero;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How a request is carried to the storefronts.
 *
 * @param connectTimeout how long a connection may take; shorter than the second that TCP
 * waits for a lost packet, since to ask another instance takes less
 * @param responseTimeout how long an instance may keep a request that can be tried
 * elsewhere before it answers
 * @param unsafeResponseTimeout the same for a request that must not be sent twice
 * @param deadline after which the gateway begins no further try
 * @param queueWait how long a request waits while all instances are full
 * @param retry how a request is tried again
 * @param backlog so much of whole answers may lie here for clients that take their time
 * @param hedging whether a second instance is asked when the first one takes longer than
 * usual to begin the answer to a GET
 */
@Validated
@ConfigurationProperties("clickpath.gateway")
record ProxyProperties(@DefaultValue("500ms") @NotNull Duration connectTimeout,
		@DefaultValue("2s") @NotNull Duration responseTimeout,
		@DefaultValue("15s") @NotNull Duration unsafeResponseTimeout, @DefaultValue("20s") @NotNull Duration deadline,
		@DefaultValue("1s") @NotNull Duration queueWait, @DefaultValue @Valid Retry retry,
		@DefaultValue("16MB") @NotNull DataSize backlog, @DefaultValue("false") boolean hedging) {

	/**
	 * How a request is tried again.
	 *
	 * @param tries so many times a request is sent at most
	 * @param budget the share of the requests that may be sent again
	 * @param floor so many a second may in any case
	 * @param pause before the same instance is asked again, there being no other
	 * @param body so long a request's body may be to be kept for the next try
	 */
	record Retry(@DefaultValue("4") @Positive int tries, @DefaultValue("0.2") @DecimalMin("0") double budget,
			@DefaultValue("10") @PositiveOrZero int floor, @DefaultValue("25ms") @NotNull Duration pause,
			@DefaultValue("64KB") @NotNull DataSize body) {
	}

}
