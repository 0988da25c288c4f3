package dev.clickpath.edge.proxying;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;

/**
 * Whom the edge asks, and how patiently it deals with origins and clients.
 *
 * @param origin where answers come from, without a path
 * @param origins other origins for some hosts or paths; the first that fits is asked
 * @param shield another edge that is asked instead of the origin while it answers, so
 * that many edges ask the origin once; or null
 * @param healthPath what the origin is asked for to see whether it is well, or empty:
 * then it is taken to be
 * @param healthInterval how often
 * @param connectTimeout how long the origin may take to accept a connection
 * @param readTimeout how long the origin, or a client that sends a body or takes its
 * answer, may stand still
 * @param totalTimeout how long an answer that others may be waiting for may take as a
 * whole
 * @param idleTimeout how long a client's connection may be silent
 * @param headTimeout how long a client may take for the head of a request
 * @param bodyTimeout how long it may take for a whole body
 * @param maxRequestBody the largest body that is passed on
 * @param maxConnections how many clients may be connected at once
 * @param originConnections how many connections may be open to the origin at once
 * @param accessLog a file for the access log in combined format, {@code -} for standard
 * output, or empty
 */
@ConfigurationProperties("clickpath.edge")
public record EdgeProperties(@DefaultValue("http://127.0.0.1:8080") URI origin, @DefaultValue List<Route> origins,
		@Nullable URI shield, @DefaultValue("") String healthPath, @DefaultValue("2s") Duration healthInterval,
		@DefaultValue("1s") Duration connectTimeout, @DefaultValue("30s") Duration readTimeout,
		@DefaultValue("5m") Duration totalTimeout, @DefaultValue("60s") Duration idleTimeout,
		@DefaultValue("10s") Duration headTimeout, @DefaultValue("60s") Duration bodyTimeout,
		@DefaultValue("10MB") DataSize maxRequestBody, @DefaultValue("10000") int maxConnections,
		@DefaultValue("256") int originConnections, @DefaultValue("") String accessLog) {

	public EdgeProperties {
		origins = List.copyOf(origins);
		check("clickpath.edge.origin", origin);
		if (shield != null) {
			check("clickpath.edge.shield", shield);
		}
		positive("connect-timeout", connectTimeout);
		positive("read-timeout", readTimeout);
		positive("total-timeout", totalTimeout);
		positive("idle-timeout", idleTimeout);
		positive("head-timeout", headTimeout);
		positive("body-timeout", bodyTimeout);
		positive("health-interval", healthInterval);
		Assert.isTrue(originConnections > 0, "clickpath.edge.origin-connections must be positive");
		Assert.isTrue(maxConnections > 0, "clickpath.edge.max-connections must be positive");
		Assert.isTrue(healthPath.isEmpty() || healthPath.startsWith("/"),
				() -> "clickpath.edge.health-path must be a path like /health, not \"" + healthPath + "\"");
	}

	/**
	 * An origin for some of the addresses.
	 *
	 * @param host the host that clients name, with its port if it is not the usual one;
	 * empty for all
	 * @param path what paths have to begin with, in whole segments: {@code /api} is for
	 * {@code /api} and {@code /api/x}, {@code /api/} for the latter only
	 * @param addresses where it is; the first that is well is asked
	 * @param healthPath what it is asked for to see whether it is well, or empty
	 */
	public record Route(@DefaultValue("") String host, @DefaultValue("/") String path, List<URI> addresses,
			@DefaultValue("") String healthPath) {

		public Route {
			Assert.notEmpty(addresses,
					"clickpath.edge.origins[…].addresses needs an address like http://127.0.0.1:8080");
			addresses = List.copyOf(addresses);
			addresses.forEach((address) -> check("clickpath.edge.origins[…].addresses", address));
			Assert.isTrue(path.startsWith("/"), "clickpath.edge.origins[…].path must begin with a /");
		}

	}

	/**
	 * All routes, the one for whatever the others leave over last.
	 */
	List<Route> routes() {
		List<Route> routes = new ArrayList<>(this.origins);
		routes.add(new Route("", "/", List.of(this.origin), this.healthPath));
		return routes;
	}

	private static void check(String property, URI address) {
		boolean sound = "http".equals(address.getScheme()) && address.getHost() != null
				&& (address.getRawPath() == null || address.getRawPath().isEmpty() || address.getRawPath().equals("/"));
		Assert.isTrue(sound,
				() -> property + " must be an address like http://127.0.0.1:8080, not \"" + address + "\"");
	}

	private static void positive(String property, Duration duration) {
		Assert.isTrue(duration.isPositive(), () -> "clickpath.edge." + property + " must be positive");
	}

}
