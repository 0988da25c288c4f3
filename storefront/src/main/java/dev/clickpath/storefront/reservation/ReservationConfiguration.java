package dev.clickpath.storefront.reservation;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.service.registry.ImportHttpServices;

/**
 * Gives the interface the catalogue's client; address and time-outs are properties of the
 * group.
 */
@Configuration(proxyBeanMethods = false)
@ImportHttpServices(group = "catalog", types = ReservationApi.class)
class ReservationConfiguration {

}
