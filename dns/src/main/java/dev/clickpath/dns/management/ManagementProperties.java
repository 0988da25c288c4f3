package dev.clickpath.dns.management;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where health and metrics are told.
 *
 * @param port the port; 0 for any that is free
 * @param address the address to bind to; nobody else's business
 */
@ConfigurationProperties("management.server")
public record ManagementProperties(@DefaultValue("9053") int port, @DefaultValue("127.0.0.1") String address) {
}
