package dev.clickpath.edge.proxying;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the edge listens to the world.
 *
 * @param port the port; 0 for any that is free
 * @param address the address to bind to
 */
@ConfigurationProperties("server")
public record ListenProperties(@DefaultValue("8090") int port, @DefaultValue("0.0.0.0") String address) {
}
