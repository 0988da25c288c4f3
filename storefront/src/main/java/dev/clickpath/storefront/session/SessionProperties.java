package dev.clickpath.storefront.session;

import java.time.Duration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How long a browser stays signed in, and how long that is waited for.
 *
 * @param idle so long after its last page
 * @param lifetime so long after it signed in, whatever it does
 * @param most how many browsers of one customer; the one that was away longest goes
 * @param patience how long is waited for who it is where that must be known
 * @param readerPatience how long where a page can be drawn for a stranger as well
 */
@Validated
@ConfigurationProperties("clickpath.storefront.session")
record SessionProperties(@DefaultValue("14d") @NotNull Duration idle, @DefaultValue("90d") @NotNull Duration lifetime,
		@DefaultValue("20") @Positive int most, @DefaultValue("1500ms") @NotNull Duration patience,
		@DefaultValue("300ms") @NotNull Duration readerPatience) {
}
