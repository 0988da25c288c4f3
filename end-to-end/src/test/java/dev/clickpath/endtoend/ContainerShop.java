package dev.clickpath.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shop that {@code docker compose up} opens: a project, images and ports of its own,
 * so that another one is left alone, and nothing is left of it in the end. Its images are
 * made from the jars that Maven has packed.
 */
final class ContainerShop implements AutoCloseable {

	static final List<String> IMAGES = List.of("cli", "catalog-service", "recommendation-service", "storefront",
			"gateway", "cdn-edge", "dns");

	private static final Duration BUILD_LIMIT = Duration.ofMinutes(15);

	private static final Duration LIMIT = Duration.ofMinutes(3);

	private static final Pattern CANDIDATE = Pattern
		.compile("gateway\\.candidate;desc=\"([^;\"]+); zone=[^;\"]+; available=yes");

	private final String project = "clickpath-test-" + HexFormat.of().toHexDigits(new Random().nextInt());

	private final Map<String, String> environment = environment(this.project);

	private final JsonMapper json = JsonMapper.builder().build();

	private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

	private final Thread hook = new Thread(this::remove);

	private static Map<String, String> environment(String project) {
		Map<String, String> environment = new TreeMap<>(
				Map.of("COMPOSE_PROJECT_NAME", project, "CLICKPATH_TAG", project, "CLICKPATH_JARS", "built"));
		try (ServerSocket shop = new ServerSocket(0);
				ServerSocket secureShop = new ServerSocket(0);
				ServerSocket cdn = new ServerSocket(0);
				ServerSocket secureCdn = new ServerSocket(0);
				ServerSocket names = new ServerSocket(0)) {
			Map.of("CLICKPATH_PORT", shop, "CLICKPATH_TLS_PORT", secureShop, "CLICKPATH_CDN_PORT", cdn,
					"CLICKPATH_CDN_TLS_PORT", secureCdn, "CLICKPATH_DNS_PORT", names)
				.forEach((variable, socket) -> environment.put(variable, String.valueOf(socket.getLocalPort())));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return environment;
	}

	/**
	 * Makes the images.
	 */
	static ContainerShop build() {
		ContainerShop shop = new ContainerShop();
		Runtime.getRuntime().addShutdownHook(shop.hook);
		shop.compose(BUILD_LIMIT, "build", "--quiet");
		return shop;
	}

	/**
	 * Opens it, or what of it does not run; returns once all of it is healthy.
	 */
	void open(String... words) {
		compose(LIMIT, Stream.concat(Stream.of("up", "--detach", "--wait", "--no-build"), Stream.of(words))
			.toArray(String[]::new));
	}

	Docker.Result compose(String... words) {
		return compose(LIMIT, words);
	}

	private Docker.Result compose(Duration limit, String... words) {
		Docker.Result result = Docker.run(limit, this.environment,
				Stream.concat(Stream.of("compose"), Stream.of(words)).toList());
		result.text();
		return result;
	}

	/**
	 * What Compose makes of its file with these options.
	 */
	JsonNode configuration(String... options) {
		return this.json.readTree(compose(
				Stream.concat(Stream.of(options), Stream.of("config", "--format", "json")).toArray(String[]::new))
			.text());
	}

	/**
	 * The running containers of a service, by their ids.
	 */
	List<String> running(String service) {
		return compose("ps", "--quiet", "--status", "running", service).lines();
	}

	/**
	 * All that the engine knows of each container, those that have ended included.
	 */
	List<JsonNode> containers() {
		List<String> words = new ArrayList<>(List.of("inspect"));
		words.addAll(compose("ps", "--all", "--quiet").lines());
		return this.json.readTree(Docker.run(LIMIT, Map.of(), words).text()).valueStream().toList();
	}

	static String service(JsonNode container) {
		return container.path("Config").path("Labels").path("com.docker.compose.service").asString();
	}

	String image(String name) {
		return "clickpath/" + name + ":" + this.project;
	}

	/**
	 * The storefronts that the gateway has to choose from, as it tells with a page.
	 */
	List<String> candidates() {
		return CANDIDATE.matcher(get("/basket").headers().firstValue("Server-Timing").orElse(""))
			.results()
			.map((candidate) -> candidate.group(1))
			.distinct()
			.collect(Collectors.toList());
	}

	URI gateway(String path) {
		return URI.create("http://localhost:" + port("CLICKPATH_PORT") + path);
	}

	URI edge(String path) {
		return URI.create("http://localhost:" + port("CLICKPATH_CDN_PORT") + path);
	}

	int port(String variable) {
		return Integer.parseInt(this.environment.get(variable));
	}

	HttpResponse<String> get(String path, String... headers) {
		return send(gateway(path), HttpResponse.BodyHandlers.ofString(), headers);
	}

	<T> HttpResponse<T> send(URI address, HttpResponse.BodyHandler<T> body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(address);
		if (headers.length > 0) {
			request.headers(headers);
		}
		return Answers.of(this.client, request.build(), body);
	}

	/**
	 * Takes containers, networks, volumes and images away again.
	 */
	@Override
	public void close() {
		Runtime.getRuntime().removeShutdownHook(this.hook);
		this.client.shutdownNow();
		remove();
	}

	private void remove() {
		compose("down", "--volumes", "--remove-orphans", "--timeout", "10");
		List<String> words = new ArrayList<>(List.of("image", "rm"));
		IMAGES.forEach((name) -> words.add(image(name)));
		Docker.run(LIMIT, Map.of(), words);
	}

}
