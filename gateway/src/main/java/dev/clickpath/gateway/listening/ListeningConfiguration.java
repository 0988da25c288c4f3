package dev.clickpath.gateway.listening;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ListeningConfiguration {

	@Bean
	Entrance entrance(ListeningProperties properties, MeterRegistry meters) {
		Entrance entrance = new Entrance(properties);
		Gauge.builder("clickpath.client.connections", entrance, Entrance::connections).register(meters);
		return entrance;
	}

	@Bean
	WebServerFactoryCustomizer<NettyReactiveWebServerFactory> plainListener(Entrance entrance) {
		return (factory) -> factory.addServerCustomizers(entrance::plain);
	}

	@Bean
	EntranceFilter entranceFilter(ListeningProperties properties) {
		return new EntranceFilter(properties);
	}

	@Bean
	TransportFilter transportFilter(ObjectProvider<SecureListener> listener, ListeningProperties listening,
			TlsProperties tls) {
		return new TransportFilter(() -> listener.getObject().port(), listening, tls);
	}

}
