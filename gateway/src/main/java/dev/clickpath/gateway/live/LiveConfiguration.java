package dev.clickpath.gateway.live;

import dev.clickpath.gateway.gate.Gate;
import dev.clickpath.gateway.upstream.UpstreamPool;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.annotation.Order;

@Configuration(proxyBeanMethods = false)
class LiveConfiguration {

	@Bean
	@Order(35)
	Gate liveGate(LiveProperties properties, UpstreamPool storefronts, JsonMapper json, ApplicationContext shop) {
		if (!properties.enabled()) {
			return Gate.OPEN;
		}
		Traffic traffic = new Traffic();
		Watch watch = new Watch(storefronts, traffic, new Neighbours(properties, json), properties);
		return new LiveGate(traffic, watch, new Switches(properties), json, properties, shop);
	}

	@Bean
	ApplicationListener<ContextClosedEvent> endOfTheLiveMap(Gate liveGate) {
		return (event) -> {
			if (liveGate instanceof LiveGate live) {
				live.close();
			}
		};
	}

}
