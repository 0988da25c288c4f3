package dev.clickpath.storefront.review;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Gives the interface for reviews its client, which is the catalogue's.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "catalog", types = ReviewApi.class)
class ReviewConfiguration {

}
