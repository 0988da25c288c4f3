package dev.clickpath.defaults.timing;

import javax.sql.DataSource;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Every servlet service tells its time, under its application's name. Which beans there
 * are is worked out at build time, so what can be switched off is asked for at the start.
 */
@AutoConfiguration(afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
		beforeName = "org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration")
@EnableConfigurationProperties(TellingProperties.class)
class ServerTimingAutoConfiguration {

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	static class Requests implements WebMvcConfigurer {

		@Bean
		FilterRegistrationBean<ServerTimingFilter> serverTimingFilter(
				@Value("${spring.application.name}") String service, TellingProperties telling) {
			FilterRegistrationBean<ServerTimingFilter> registration = new FilterRegistrationBean<>(
					new ServerTimingFilter(service, telling.characters()));
			registration.setEnabled(telling.enabled());
			registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
			return registration;
		}

		@Override
		public void addInterceptors(InterceptorRegistry registry) {
			registry.addInterceptor(new HandlerTiming()).order(Ordered.HIGHEST_PRECEDENCE);
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(JdbcTemplate.class)
	static class Statements {

		@Bean
		@ConditionalOnSingleCandidate(DataSource.class)
		JdbcTemplate jdbcTemplate(DataSource dataSource) {
			return new TimedJdbcTemplate(dataSource);
		}

	}

}
