package dev.clickpath.defaults.tracing;

import io.micrometer.tracing.Tracer;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * Where traces are recorded, a servlet service's own steps are part of them.
 */
@AutoConfiguration(
		afterName = "org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration")
@ConditionalOnClass(Tracer.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnProperty(TracesEnvironment.ENDPOINT)
class TracesAutoConfiguration {

	/** Within the observation of the request, which is two places further out. */
	@Bean
	FilterRegistrationBean<StepSpans> stepSpans(Tracer tracer) {
		FilterRegistrationBean<StepSpans> registration = new FilterRegistrationBean<>(new StepSpans(tracer));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
		return registration;
	}

}
