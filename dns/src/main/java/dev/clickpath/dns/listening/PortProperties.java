package dev.clickpath.dns.listening;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The port, the same for UDP and TCP.
 *
 * @param port the port; 0 for any that is free
 */
@ConfigurationProperties("server")
public record PortProperties(@DefaultValue("8053") int port) {
}
