package dev.clickpath.defaults.tracing;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Switches recording on with one property: {@code clickpath.traces.endpoint}, where an
 * OpenTelemetry collector takes traces over HTTP. Until then every trace has its id, but
 * nothing is recorded, whatever a client's {@code traceparent} asks for.
 */
final class TracesEnvironment implements EnvironmentPostProcessor {

	static final String ENDPOINT = "clickpath.traces.endpoint";

	private static final String SHARE = "clickpath.traces.share";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		@Nullable String endpoint = environment.getProperty(ENDPOINT);
		if (endpoint == null || endpoint.isBlank()) {
			return;
		}
		if (!endpoint.matches("https?://\\S+")) {
			throw new IllegalArgumentException("%s must be an address that takes traces, such as %s, not \"%s\""
				.formatted(ENDPOINT, "http://localhost:4318/v1/traces", endpoint));
		}
		environment.getPropertySources()
			.addFirst(new MapPropertySource("traces",
					Map.of("management.opentelemetry.tracing.sampler", "parent-based-trace-id-ratio",
							"management.tracing.sampling.probability", environment.getProperty(SHARE, "1.0"))));
	}

}
