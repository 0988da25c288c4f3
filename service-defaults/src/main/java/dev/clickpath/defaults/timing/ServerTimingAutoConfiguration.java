package dev.clickpath.defaults.timing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * Every servlet service tells its time, under its application's name.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
class ServerTimingAutoConfiguration {

	@Bean
	FilterRegistrationBean<ServerTimingFilter> serverTimingFilter(@Value("${spring.application.name}") String service) {
		FilterRegistrationBean<ServerTimingFilter> registration = new FilterRegistrationBean<>(
				new ServerTimingFilter(service));
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

}
