package dev.clickpath.storefront.recommendation;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Gives the recommendation service's interface its client; address and time-outs are
 * properties of the group.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "recommendation", types = RecommendationApi.class)
class RecommendationConfiguration {

}
