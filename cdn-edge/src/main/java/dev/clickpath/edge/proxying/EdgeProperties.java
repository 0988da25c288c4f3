package dev.clickpath.edge.proxying;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * How the edge works.
 *
 * @param origin where answers come from, without a path
 * @param cacheSize how many bytes may be stored, heads and bodies in all codings
 * @param connectTimeout how long the origin may take to accept a connection
 * @param readTimeout how long the origin, or a client that takes its answer, may stand
 * still
 * @param idleTimeout how long a client's connection may be silent
 * @param maxRequestBody the largest body that is passed on
 * @param originConnections how many connections may be open to the origin at once
 */
@ConfigurationProperties("clickpath.edge")
public record EdgeProperties(@DefaultValue("http://127.0.0.1:8080") URI origin,
		@DefaultValue("64MB") DataSize cacheSize, @DefaultValue("1s") Duration connectTimeout,
		@DefaultValue("30s") Duration readTimeout, @DefaultValue("60s") Duration idleTimeout,
		@DefaultValue("10MB") DataSize maxRequestBody, @DefaultValue("256") int originConnections) {

	public EdgeProperties {
		Assert.isTrue("http".equals(origin.getScheme()) && origin.getHost() != null,
				() -> "clickpath.edge.origin must be an address like http://127.0.0.1:8080, not \"" + origin + "\"");
		Assert.isTrue(cacheSize.toBytes() > 0, "clickpath.edge.cache-size must be positive");
		Assert.isTrue(connectTimeout.isPositive(), "clickpath.edge.connect-timeout must be positive");
		Assert.isTrue(readTimeout.isPositive(), "clickpath.edge.read-timeout must be positive");
		Assert.isTrue(idleTimeout.isPositive(), "clickpath.edge.idle-timeout must be positive");
		Assert.isTrue(originConnections > 0, "clickpath.edge.origin-connections must be positive");
	}

	int originPort() {
		return (this.origin.getPort() >= 0) ? this.origin.getPort() : 80;
	}

}
