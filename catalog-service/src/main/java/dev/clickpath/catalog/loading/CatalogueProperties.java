package dev.clickpath.catalog.loading;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which catalogue the shop has.
 *
 * @param products how many products; 0 means just what the data files give
 * @param location the folder of the data files
 */
@Validated
@ConfigurationProperties("clickpath.catalog")
record CatalogueProperties(@DefaultValue("0") @Min(0) @Max(1_000_000) int products,
		@DefaultValue("classpath:/catalogue/") String location) {

}
