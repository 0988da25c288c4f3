package dev.clickpath.gateway.live;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks the others on the map how they are. Whoever does not answer at once is not well.
 */
final class Neighbours {

	private static final Duration PATIENCE = Duration.ofMillis(700);

	private static final int OK = 200;

	private final LiveProperties properties;

	private final JsonMapper json;

	/** Who is started anew may have another address, whatever their name was good for. */
	private final HttpClient client = HttpClient.newConnection()
		.resolver((names) -> names.cacheMaxTimeToLive(Duration.ofSeconds(1)))
		.disableRetry(true)
		.responseTimeout(PATIENCE);

	Neighbours(LiveProperties properties, JsonMapper json) {
		this.properties = properties;
		this.json = json;
	}

	/**
	 * What they said.
	 *
	 * @param hits of the edge since its start
	 * @param misses of the edge since its start
	 * @param services whether the others are ready
	 */
	record Said(Optional<Double> hits, Optional<Double> misses, Map<String, Boolean> services) {
	}

	Mono<Said> ask() {
		return Mono.zip(edge("hit"), edge("miss"), services())
			.map((said) -> new Said(said.getT1(), said.getT2(), said.getT3()));
	}

	private Mono<Map<String, Boolean>> services() {
		return Flux.fromIterable(this.properties.services().entrySet())
			.flatMap((service) -> isWell(service.getValue()).map((well) -> Map.entry(service.getKey(), well)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue, TreeMap::new);
	}

	private Mono<Boolean> isWell(URI health) {
		return this.client.get()
			.uri(health)
			.response()
			.map((response) -> response.status().code() == OK)
			.timeout(PATIENCE)
			.onErrorReturn(false)
			.defaultIfEmpty(false);
	}

	private Mono<Optional<Double>> edge(String result) {
		URI edge = this.properties.edge();
		if (edge == null) {
			return Mono.just(Optional.empty());
		}
		return this.client.get()
			.uri(edge.resolve("/actuator/metrics/edge.requests?tag=result:" + result))
			.responseSingle((response, body) -> body.asString())
			.map(this::count)
			.timeout(PATIENCE)
			.onErrorReturn(Optional.empty())
			.defaultIfEmpty(Optional.empty());
	}

	private Optional<Double> count(String metric) {
		JsonNode value = this.json.readTree(metric).path("measurements").path(0).path("value");
		return value.isNumber() ? Optional.of(value.doubleValue()) : Optional.empty();
	}

}
