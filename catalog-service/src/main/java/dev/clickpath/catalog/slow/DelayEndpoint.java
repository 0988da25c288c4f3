package dev.clickpath.catalog.slow;

import java.time.Duration;
import java.util.Map;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;

/**
 * Takes delays at the management port, where {@code delay} is exposed there:
 * {@code POST /actuator/delay} with {@code {"millis":300,"seconds":60}}. It is not unless
 * the configuration says so.
 */
@Endpoint(id = "delay")
class DelayEndpoint {

	private static final Logger logger = LoggerFactory.getLogger(DelayEndpoint.class);

	private static final int MOST_MILLIS = 1_000;

	private static final int MOST_SECONDS = 60;

	private final Delay delay;

	DelayEndpoint(Delay delay) {
		this.delay = delay;
	}

	@WriteOperation
	WebEndpointResponse<Map<String, Object>> set(int millis, int seconds) {
		if (millis < 0 || millis > MOST_MILLIS || seconds < 0 || seconds > MOST_SECONDS) {
			return new WebEndpointResponse<>(
					Map.of("title", "A delay has up to 1000 millis and lasts up to 60 seconds"),
					WebEndpointResponse.STATUS_BAD_REQUEST);
		}
		this.delay.set(Duration.ofMillis(millis), Duration.ofSeconds(seconds));
		logger.info("Every answer takes {} ms longer, for {} s", millis, seconds);
		return new WebEndpointResponse<>(Map.of("millis", millis, "seconds", seconds));
	}

}
