package dev.clickpath.gateway.proxy;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param storefronts the addresses of the storefronts; the first is called storefront-1
 * @param connectTimeout how long a connection may take
 * @param responseTimeout how long an instance may keep a request that can be tried
 * elsewhere before it answers
 * @param unsafeResponseTimeout the same for a request that must not be sent twice
 * @param maxConnections at most so many connections to one instance
 */
@Validated
@ConfigurationProperties("clickpath.gateway")
record ProxyProperties(@DefaultValue( {
		"http://127.0.0.1:8111", "http://127.0.0.1:8112" }) @NotEmpty List<URI> storefronts,
		@DefaultValue("500ms") @NotNull Duration connectTimeout, @DefaultValue("2s") @NotNull Duration responseTimeout,
		@DefaultValue("15s") @NotNull Duration unsafeResponseTimeout,
		@DefaultValue("512") @Positive int maxConnections){
}
