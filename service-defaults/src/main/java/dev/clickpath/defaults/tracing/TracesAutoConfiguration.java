package dev.clickpath.defaults.tracing;

import java.util.List;

import io.micrometer.tracing.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/**
 * Sends what is recorded to a collector. Which beans there are is worked out at build
 * time, when nobody knows of a collector, so Spring Boot's own exporter, which depends on
 * that, is not among them; this one is, and asks at the start.
 */
@AutoConfiguration(
		afterName = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
@ConditionalOnClass({ Tracer.class, OtlpHttpSpanExporter.class })
class TracesAutoConfiguration {

	@Bean
	SpanExporter spansToCollector(Environment environment) {
		String endpoint = environment.getProperty(TracesEnvironment.ENDPOINT, "");
		return endpoint.isBlank() ? SpanExporter.composite(List.of())
				: OtlpHttpSpanExporter.builder().setEndpoint(endpoint).build();
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	static class OwnSteps {

		/** Within the observation of the request, which is one place further out. */
		@Bean
		FilterRegistrationBean<StepSpans> stepSpans(Tracer tracer, Environment environment) {
			FilterRegistrationBean<StepSpans> registration = new FilterRegistrationBean<>(new StepSpans(tracer));
			registration.setEnabled(!environment.getProperty(TracesEnvironment.ENDPOINT, "").isBlank());
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
			return registration;
		}

	}

}
