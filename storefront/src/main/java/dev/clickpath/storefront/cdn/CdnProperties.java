package dev.clickpath.storefront.cdn;

import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Where browsers fetch what never changes.
 *
 * @param cdnUrl scheme and host of the CDN, or empty for the storefront itself
 * @param secureCdnUrl the same for pages that come over TLS
 */
@Validated
@ConfigurationProperties("clickpath.storefront")
record CdnProperties(
		@DefaultValue("") @Pattern(regexp = "(https?://[A-Za-z0-9.:\\[\\]-]+)?",
				message = "must be empty or scheme and host alone, such as http://localhost:8090") String cdnUrl,
		@DefaultValue("") @Pattern(regexp = "(https://[A-Za-z0-9.:\\[\\]-]+)?",
				message = "must be empty or https and host alone, such as https://localhost:8453") String secureCdnUrl) {
}
