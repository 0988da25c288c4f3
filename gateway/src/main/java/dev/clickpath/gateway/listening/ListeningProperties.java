package dev.clickpath.gateway.listening;

import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How patiently the gateway deals with clients.
 *
 * @param hosts the names clients may ask for, with any port; one that begins with a dot
 * means all below it, and * any at all; the same names trusted proxies may be asked for
 * @param headTimeout how long a client may take for the head of a request
 * @param readTimeout how long it may pause within a body
 * @param bodyTimeout how long it may take for a whole body
 * @param writeTimeout how long it may take nothing of its answer
 * @param idleTimeout how long its connection may be silent between requests
 * @param maxRequestBody the largest body that is passed on
 * @param maxConnections how many connections there may be at once
 * @param redirectToHttps whether who comes without TLS is sent to where there is
 */
@Validated
@ConfigurationProperties("clickpath.gateway.listening")
record ListeningProperties(@DefaultValue( {
		"localhost", ".localhost", "127.0.0.1", "[::1]" }) @NotNull List<String> hosts,
		@DefaultValue("10s") @NotNull Duration headTimeout, @DefaultValue("10s") @NotNull Duration readTimeout,
		@DefaultValue("60s") @NotNull Duration bodyTimeout, @DefaultValue("30s") @NotNull Duration writeTimeout,
		@DefaultValue("60s") @NotNull Duration idleTimeout, @DefaultValue("10MB") @NotNull DataSize maxRequestBody,
		@DefaultValue("10000") @Positive int maxConnections, @DefaultValue("false") boolean redirectToHttps){
}
