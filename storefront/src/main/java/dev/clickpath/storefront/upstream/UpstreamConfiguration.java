package dev.clickpath.storefront.upstream;

import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.clickpath.defaults.timing.ServerTimingInterceptor;
import io.micrometer.context.ContextExecutorService;
import io.micrometer.context.ContextSnapshotFactory;
import org.apache.hc.core5.util.Timeout;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.web.client.support.RestClientHttpServiceGroupConfigurer;

/**
 * The threads on which services are asked, which carry the request's timing and trace,
 * and the clocks.
 */
@Configuration(proxyBeanMethods = false)
class UpstreamConfiguration {

	/** To one service at the same time; further questions wait for one to come free. */
	private static final int MOST_CONNECTIONS = 200;

	private static final Timeout LONGEST_WAIT = Timeout.ofSeconds(1);

	@Bean(destroyMethod = "close")
	ExecutorService upstreamExecutor() {
		// Who is signed in is looked up on such a thread, and nothing that is asked there
		// wants to know it.
		ContextSnapshotFactory snapshots = ContextSnapshotFactory.builder()
			.captureKeyPredicate((key) -> !key.equals(SecurityContext.class.getName()))
			.build();
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

	/**
	 * Connections that are taken and given back by the asking thread itself: a question
	 * costs less than half of what it does with the JDK's own client, which hands it on
	 * from thread to thread.
	 */
	@Bean
	ClientHttpRequestFactoryBuilder<?> upstreamConnections() {
		return ClientHttpRequestFactoryBuilder.httpComponents()
			.withConnectionManagerCustomizer((connections) -> connections.setMaxConnPerRoute(MOST_CONNECTIONS)
				.setMaxConnTotal(2 * MOST_CONNECTIONS))
			.withDefaultRequestConfigCustomizer((request) -> request.setConnectionRequestTimeout(LONGEST_WAIT))
			.withHttpClientCustomizer((client) -> client.setRetryStrategy(new DeadConnectionRetry())
				.disableContentCompression()
				.disableCookieManagement()
				.disableRedirectHandling()
				.disableAuthCaching());
	}

	/** Each group of HTTP services is named as it is told in Server-Timing. */
	@Bean
	RestClientHttpServiceGroupConfigurer serverTimingOfUpstreams() {
		return (groups) -> groups
			.forEachClient((group, client) -> client.requestInterceptor(new ServerTimingInterceptor(group.name())));
	}

}
