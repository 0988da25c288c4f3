package dev.clickpath.gateway.clients;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param trustedProxies the networks whose word on who the client is counts; from others,
 * such fields are dropped
 */
@ConfigurationProperties("clickpath.gateway")
record ClientProperties(@DefaultValue List<String> trustedProxies) {
}
