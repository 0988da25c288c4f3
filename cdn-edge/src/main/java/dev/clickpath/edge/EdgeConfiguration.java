package dev.clickpath.edge;

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
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.dns.AddressResolverOptions;

import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.micrometer.metrics.actuate.endpoint.MetricsEndpoint;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * How the edge is put together.
 */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

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
			CachingProperties caching, TellingProperties telling, MeterRegistry registry) {
		return new EdgeServer(vertx, listen, tls, properties, caching, telling, InstantSource.system(), registry,
				Compressors.ofThisMachine());
	}

	@Bean
	ManagementServer managementServer(Vertx vertx, ManagementProperties properties, HealthEndpoint health,
			MetricsEndpoint metrics, EdgeServer edge, PurgeProperties purge) {
		return new ManagementServer(vertx, properties, health, metrics, edge.purging(), purge);
	}

	@Bean
	EdgeLifecycle edgeLifecycle(Vertx vertx, EdgeServer edge, ManagementServer management,
			ApplicationEventPublisher events) {
		return new EdgeLifecycle(vertx, edge, management, events);
	}

}
