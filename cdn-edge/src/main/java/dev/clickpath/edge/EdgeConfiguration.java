package dev.clickpath.edge;

import java.time.Duration;
import java.time.InstantSource;

import dev.clickpath.defaults.timing.TellingProperties;
import dev.clickpath.edge.encoding.Compressors;
import dev.clickpath.edge.management.ManagementProperties;
import dev.clickpath.edge.management.ManagementServer;
import dev.clickpath.edge.management.PurgeProperties;
import dev.clickpath.edge.proxying.CachingProperties;
import dev.clickpath.edge.proxying.EdgeProperties;
import dev.clickpath.edge.proxying.EdgeServer;
import dev.clickpath.edge.proxying.ListenProperties;
import dev.clickpath.edge.tls.TlsProperties;
import dev.clickpath.edge.tracing.TraceProperties;
import dev.clickpath.edge.tracing.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;

import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.micrometer.metrics.actuate.endpoint.MetricsEndpoint;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How the edge is put together.
 */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

	private static final String JSON = "json";

	@Bean(destroyMethod = "")
	Vertx vertx() {
		return Vertx.vertx(new VertxOptions().setEventLoopPoolSize(Runtime.getRuntime().availableProcessors())
			.setWorkerPoolSize(2)
			.setInternalBlockingPoolSize(2)
			.setPreferNativeTransport(true)
			// An origin that is started anew may have another address; a private
			// network's names can
			// be good for ten minutes, and its addresses are not.
			.setAddressResolverOptions(new AddressResolverOptions().setCacheMaxTimeToLive(1))
			.setDisableTCCL(true));
	}

	@Bean
	EdgeServer edgeServer(Vertx vertx, ListenProperties listen, TlsProperties tls, EdgeProperties properties,
			CachingProperties caching, TellingProperties telling, MeterRegistry registry, Traces traces,
			@Value("${clickpath.logs:text}") String logs) {
		return new EdgeServer(vertx, listen, tls, properties, caching, telling, InstantSource.system(), registry,
				Compressors.ofThisMachine(), traces, JSON.equalsIgnoreCase(logs));
	}

	@Bean
	Traces traces(TraceProperties properties, @Value("${spring.application.name}") String service,
			@Value("${clickpath.logs:text}") String logs,
			@Value("${management.opentelemetry.tracing.export.schedule-delay:5s}") Duration delay) {
		return Traces.of(properties, service, JSON.equalsIgnoreCase(logs), delay);
	}

	@Bean
	ManagementServer managementServer(Vertx vertx, ManagementProperties properties, HealthEndpoint health,
			MetricsEndpoint metrics, PrometheusMeterRegistry prometheus, EdgeServer edge, PurgeProperties purge) {
		return new ManagementServer(vertx, properties, health, metrics, prometheus, edge.purging(), purge);
	}

	@Bean
	EdgeLifecycle edgeLifecycle(Vertx vertx, EdgeServer edge, ManagementServer management,
			ApplicationEventPublisher events) {
		return new EdgeLifecycle(vertx, edge, management, events);
	}

}
