package dev.clickpath.dns.management;

import dev.clickpath.dns.listening.NameServer;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down while any of the name server's threads is not at work.
 */
public final class NameServerHealth implements HealthIndicator {

	private final NameServer server;

	public NameServerHealth(NameServer server) {
		this.server = server;
	}

	@Override
	public Health health() {
		return (this.server.isWhole() ? Health.up() : Health.down()).build();
	}

}
