package dev.clickpath.storefront.language;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How strictly words are taken.
 *
 * @param strictWords whether words that are missing are an error, for tests
 */
@ConfigurationProperties("clickpath.storefront")
record LanguageProperties(@DefaultValue("false") boolean strictWords) {
}
