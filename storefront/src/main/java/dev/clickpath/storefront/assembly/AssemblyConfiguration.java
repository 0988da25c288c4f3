package dev.clickpath.storefront.assembly;

import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets controllers take an {@link Assembly}.
 */
@Configuration(proxyBeanMethods = false)
class AssemblyConfiguration implements WebMvcConfigurer {

	private final AssemblyProperties properties;

	AssemblyConfiguration(AssemblyProperties properties) {
		this.properties = properties;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new AssemblyArgumentResolver(this.properties.pageBudget()));
	}

}
