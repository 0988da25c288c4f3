package dev.clickpath.storefront.cookie;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How cookies travel.
 *
 * @param secureCookies whether over TLS alone, for a shop that is not to be had without
 */
@ConfigurationProperties("clickpath.storefront")
record CookieProperties(@DefaultValue("false") boolean secureCookies) {
}
