package dev.clickpath.storefront.language;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the shop speaks.
 *
 * @param catalogueLanguage the BCP 47 tag of the language in which the catalogue
 * describes its products
 * @param strictWords whether words that are missing are an error, for tests
 */
@ConfigurationProperties("clickpath.storefront")
record LanguageProperties(@DefaultValue("en") String catalogueLanguage, @DefaultValue("false") boolean strictWords) {
}
