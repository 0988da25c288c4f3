package dev.clickpath.gateway.listening;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

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

	/** When it is known what the client has asked for. */
	@Bean
	@Order(15)
	EntranceGate entranceGate(ListeningProperties properties) {
		return new EntranceGate(properties);
	}

	@Bean
	@Order(20)
	TransportGate transportGate(ObjectProvider<SecureListener> listener, ListeningProperties listening,
			TlsProperties tls) {
		return new TransportGate(() -> listener.getObject().port(), listening, tls);
	}

}
