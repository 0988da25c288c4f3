package dev.clickpath.storefront.catalog;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Gives the catalogue's interface its client; address and time-outs are properties of the
 * group.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "catalog", types = CatalogApi.class)
class CatalogConfiguration {

}
