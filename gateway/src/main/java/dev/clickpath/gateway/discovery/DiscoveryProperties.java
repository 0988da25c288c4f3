package dev.clickpath.gateway.discovery;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where the storefronts are.
 *
 * @param storefronts their addresses, or for each address, name, zone and weight
 */
@Validated
@ConfigurationProperties("clickpath.gateway")
record DiscoveryProperties(@DefaultValue( {
		"http://127.0.0.1:8111", "http://127.0.0.1:8112" }) @NotEmpty @Valid List<Storefront> storefronts){
}
