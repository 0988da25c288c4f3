package dev.clickpath.storefront.upstream;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.clickpath.defaults.timing.ServerTimingInterceptor;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;

/**
 * The threads on which services are asked, which carry the request's timing and trace,
 * and the clocks.
 */
@Configuration(proxyBeanMethods = false)
class UpstreamConfiguration {

	@Bean(destroyMethod = "close")
	ExecutorService upstreamExecutor() {
		ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder().build();
		return ContextExecutorService.wrap(
				Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("upstream-", 0).factory()),
				snapshots::captureAll);
	}

	@Bean
	InstantSource clock() {
		return InstantSource.system();
	}

	@Bean
	Ticker ticker() {
		return Ticker.systemTicker();
	}

	/** Each group of HTTP services is named as it is told in Server-Timing. */
	@Bean
	RestClientHttpServiceGroupConfigurer serverTimingOfUpstreams() {
		return (groups) -> groups
			.forEachClient((group, client) -> client.requestInterceptor(new ServerTimingInterceptor(group.name())));
	}

}
