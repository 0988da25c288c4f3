package dev.clickpath.gateway.discovery;

import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the storefronts are.
 *
 * @param storefronts their addresses, or for each address, name, zone and weight
 * @param discovery how else they are found
 */
@Validated
@ConfigurationProperties("clickpath.gateway")
record DiscoveryProperties(@DefaultValue( {
		"http://127.0.0.1:8111", "http://127.0.0.1:8112" }) @NotEmpty @Valid List<Storefront> storefronts,
		@DefaultValue @Valid ByName discovery){

	/**
	 * Discovery by name.
	 *
	 * @param dns a name and a port, all addresses of which are storefronts; the list
	 * counts for nothing then
	 * @param interval the time from one lookup to the next
	 */
	record ByName(@Nullable HostAndPort dns, @DefaultValue("1s") @NotNull Duration interval) {
	}

}
