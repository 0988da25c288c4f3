package dev.clickpath.dns;

import dev.clickpath.dns.health.HealthChecks;
import dev.clickpath.dns.listening.NameServer;
import dev.clickpath.dns.management.ManagementServer;

import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;

/**
 * Starts the name server with the application and stops it with it.
 */
final class DnsLifecycle implements SmartLifecycle {

	private final HealthChecks health;

	private final NameServer server;

	private final ManagementServer management;

	private final ApplicationEventPublisher events;

	DnsLifecycle(HealthChecks health, NameServer server, ManagementServer management,
			ApplicationEventPublisher events) {
		this.health = health;
		this.server = server;
		this.management = management;
		this.events = events;
	}

	@Override
	public void start() {
		try {
			this.server.start();
			this.management.start();
			this.health.start();
		}
		catch (RuntimeException ex) {
			// Nothing stays half-started.
			stop();
			throw ex;
		}
	}

	@Override
	public void stop() {
		AvailabilityChangeEvent.publish(this.events, this, ReadinessState.REFUSING_TRAFFIC);
		this.health.stop();
		this.server.stop();
		this.management.stop();
	}

	@Override
	public boolean isRunning() {
		return this.server.isRunning();
	}

}
