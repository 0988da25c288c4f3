package dev.clickpath.gateway.hints;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether pages are preceded by 103
 */
@ConfigurationProperties("clickpath.gateway.early-hints")
record HintProperties(@DefaultValue("true") boolean enabled) {
}
