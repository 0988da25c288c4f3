package dev.clickpath.gateway.live;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The live map.
 *
 * @param enabled whether there is one: it shows what others need not know
 * @param control who works the switches, on this machine; without it there are none
 * @param edge the edge's management address, for its hits
 * @param services other processes on the map, and where they tell of their health
 * @param interval how often is told what goes on
 * @param most how many may watch at a time
 * @param mostOfOne how many of them from one address
 */
@Validated
@ConfigurationProperties("clickpath.gateway.live")
record LiveProperties(@DefaultValue("false") boolean enabled, @Nullable URI control, @Nullable URI edge,
		@DefaultValue Map<String, URI> services, @DefaultValue("1s") Duration interval,
		@DefaultValue("32") @Min(1) int most, @DefaultValue("8") @Min(1) int mostOfOne) {

	LiveProperties {
		services = new TreeMap<>(services);
	}

}
