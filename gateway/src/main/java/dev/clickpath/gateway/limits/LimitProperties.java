package dev.clickpath.gateway.limits;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How often one address, and one visitor, may ask. Many people share an address, so a
 * visitor may ask less often than an address.
 *
 * @param enabled whether there are limits
 * @param loopback whether this machine's own requests count: a laptop's load tools do not
 * unless it is told so
 * @param exempt networks whose requests do not count either
 * @param pages requests of one address to pages, and to whatever else there is
 * @param search requests of one address to search and suggestions
 * @param signIn attempts of one address to sign in or register
 * @param visitorPages requests of one visitor, and so on
 * @param visitorSearch of one visitor
 * @param visitorSignIn of one visitor
 * @param window the time in which that many requests may come
 * @param tracked how many addresses and visitors are remembered; whoever has not come for
 * longest is forgotten first
 */
@Validated
@ConfigurationProperties("clickpath.gateway.limits")
record LimitProperties(@DefaultValue("true") boolean enabled, @DefaultValue("false") boolean loopback,
		@DefaultValue List<String> exempt, @DefaultValue("1200") @Positive int pages,
		@DefaultValue("300") @Positive int search, @DefaultValue("30") @Positive int signIn,
		@DefaultValue("300") @Positive int visitorPages, @DefaultValue("120") @Positive int visitorSearch,
		@DefaultValue("10") @Positive int visitorSignIn, @DefaultValue("1m") @NotNull Duration window,
		@DefaultValue("100000") @Positive int tracked) {
}
