package dev.clickpath.storefront.visit;

import java.util.List;

import dev.clickpath.storefront.cdn.Cdns;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets controllers take a {@link Visit}.
 */
@Configuration(proxyBeanMethods = false)
class VisitConfiguration implements WebMvcConfigurer {

	private final Cookies cookies;

	private final Cdns cdns;

	VisitConfiguration(Cookies cookies, Cdns cdns) {
		this.cookies = cookies;
		this.cdns = cdns;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new VisitArgumentResolver(this.cookies, this.cdns));
	}

}
