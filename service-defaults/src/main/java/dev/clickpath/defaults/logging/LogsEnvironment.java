package dev.clickpath.defaults.logging;

import java.util.Locale;
import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Has the log written for people or, with {@code clickpath.logs=json}, as one JSON object
 * a line with the names of the Elastic Common Schema: message, level, service, and the
 * trace and the span the line belongs to. A format of Spring Boot's own
 * ({@code logging.structured.format.console}) that is set counts for more.
 */
final class LogsEnvironment implements EnvironmentPostProcessor {

	static final String LOGS = "clickpath.logs";

	private static final String FORMAT = "logging.structured.format.console";

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		String logs = environment.getProperty(LOGS, "text");
		switch (logs.strip().toLowerCase(Locale.ROOT)) {
			case "text", "" -> {
			}
			case "json" ->
				environment.getPropertySources().addLast(new MapPropertySource("logs", Map.of(FORMAT, "ecs")));
			default -> throw new IllegalArgumentException("%s can be text or json, not \"%s\"".formatted(LOGS, logs));
		}
	}

}
