package dev.clickpath.edge.proxying;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.clickpath.edge.caching.CacheKey;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who is asked for what, and who of them is well.
 */
final class Origins {

	private static final Logger logger = LoggerFactory.getLogger(Origins.class);

	private static final int FIRST_SERVER_ERROR = 500;

	private final List<Origin> origins;

	Origins(EdgeProperties properties) {
		this.origins = properties.routes()
			.stream()
			.map((route) -> Origin.of(route, properties.shield()))
			.sorted(Comparator.comparingInt(Origin::particularity).reversed())
			.toList();
	}

	/**
	 * The servers behind some addresses.
	 *
	 * @param host the host that clients name, or empty for all
	 * @param path the segments that paths begin with
	 * @param addresses in the order in which they are asked
	 * @param healthPath what tells whether they are well, or empty
	 */
	record Origin(String host, String path, List<OriginAddress> addresses, String healthPath) {

		static Origin of(EdgeProperties.Route route, @Nullable URI shield) {
			List<OriginAddress> addresses = new ArrayList<>();
			if (shield != null) {
				addresses.add(new OriginAddress(shield));
			}
			route.addresses().forEach((address) -> addresses.add(new OriginAddress(address)));
			return new Origin(CacheKey.authority("http", route.host()), route.path(), List.copyOf(addresses),
					route.healthPath());
		}

		int particularity() {
			return (this.host.isEmpty() ? 0 : 1 << 16) + this.path.length();
		}

		boolean answersFor(CacheKey address) {
			return (this.host.isEmpty() || this.host.equals(address.host()))
					&& (this.path.equals("/") || isWithin(address.target()));
		}

		/** Whole segments only: {@code /apix} is not within {@code /api}. */
		private boolean isWithin(String target) {
			if (!target.startsWith(this.path)) {
				return false;
			}
			boolean ended = target.length() == this.path.length() || this.path.endsWith("/");
			return ended || target.charAt(this.path.length()) == '/' || target.charAt(this.path.length()) == '?';
		}

		/**
		 * Those that are well, or all of them when none is: then nobody knows better than
		 * to try.
		 */
		List<OriginAddress> candidates() {
			List<OriginAddress> well = this.addresses.stream().filter(OriginAddress::isWell).toList();
			return well.isEmpty() ? this.addresses : well;
		}

	}

	Origin of(CacheKey address) {
		for (Origin origin : this.origins) {
			if (origin.answersFor(address)) {
				return origin;
			}
		}
		throw new IllegalStateException("The last origin answers for every address");
	}

	/**
	 * Goes on asking those that have a health path whether they are well.
	 */
	void watch(Vertx vertx, HttpClient client, EdgeProperties properties) {
		for (Origin origin : this.origins) {
			if (!origin.healthPath().isEmpty()) {
				vertx.setPeriodic(0, properties.healthInterval().toMillis(),
						(timer) -> origin.addresses().forEach((address) -> check(client, origin, address, properties)));
			}
		}
	}

	private static void check(HttpClient client, Origin origin, OriginAddress address, EdgeProperties properties) {
		RequestOptions options = new RequestOptions().setMethod(HttpMethod.GET)
			.setServer(address.socket())
			.setURI(origin.healthPath())
			.setIdleTimeout(properties.healthInterval().toMillis());
		client.request(options).compose((request) -> request.send()).compose((response) -> {
			boolean well = response.statusCode() < FIRST_SERVER_ERROR;
			return response.end().map(well);
		}).otherwise(false).onSuccess((well) -> {
			if (address.note(well)) {
				logger.info("The origin {} is {}", address, well ? "well again" : "not well, and left out");
			}
		});
	}

}
