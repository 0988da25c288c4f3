package dev.clickpath.dns;

import java.time.InstantSource;

import dev.clickpath.dns.answering.Responder;
import dev.clickpath.dns.answering.Zone;
import dev.clickpath.dns.health.HealthChecks;
import dev.clickpath.dns.health.HealthProperties;
import dev.clickpath.dns.listening.ListeningProperties;
import dev.clickpath.dns.listening.NameServer;
import dev.clickpath.dns.listening.PortProperties;
import dev.clickpath.dns.listening.RateLimitProperties;
import dev.clickpath.dns.management.ManagementProperties;
import dev.clickpath.dns.management.ManagementServer;
import dev.clickpath.dns.management.NameServerHealth;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.micrometer.metrics.actuate.endpoint.MetricsEndpoint;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How the name server is put together.
 */
@Configuration(proxyBeanMethods = false)
class DnsConfiguration {

	@Bean(destroyMethod = "")
	HealthChecks healthChecks(HealthProperties properties, ZoneProperties zone, MeterRegistry registry) {
		return new HealthChecks(properties, zone.healthAddresses(), registry);
	}

	/** The time of its start is the zone's version: it cannot change before the next. */
	@Bean
	Responder responder(ZoneProperties properties, ListeningProperties listening, HealthChecks health) {
		long serial = InstantSource.system().instant().getEpochSecond() & 0xFFFF_FFFFL;
		Responder responder = new Responder(new Zone(properties.plan(serial)), listening.largestDatagram(), health);
		Rehearsal.hold(responder, properties.zone());
		return responder;
	}

	@Bean(destroyMethod = "")
	NameServer nameServer(PortProperties port, ListeningProperties properties, RateLimitProperties rate,
			Responder responder, MeterRegistry registry) {
		return new NameServer(port, properties, rate, responder, registry);
	}

	@Bean
	NameServerHealth nameServerHealthIndicator(NameServer server) {
		return new NameServerHealth(server);
	}

	@Bean(destroyMethod = "")
	ManagementServer managementServer(ManagementProperties properties, HealthEndpoint health, MetricsEndpoint metrics,
			PrometheusMeterRegistry prometheus) {
		return new ManagementServer(properties, health, metrics, prometheus);
	}

	@Bean
	DnsLifecycle dnsLifecycle(HealthChecks health, NameServer server, ManagementServer management,
			ApplicationEventPublisher events) {
		return new DnsLifecycle(health, server, management, events);
	}

}
