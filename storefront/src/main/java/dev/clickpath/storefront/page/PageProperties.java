package dev.clickpath.storefront.page;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which storefront this is.
 *
 * @param instance the name of this storefront
 * @param zone where it stands
 */
@Validated
@ConfigurationProperties("clickpath.storefront")
record PageProperties(@DefaultValue("storefront-1") @NotBlank String instance,
		@DefaultValue("eu") @NotBlank String zone) {
}
