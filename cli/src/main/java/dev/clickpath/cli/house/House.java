package dev.clickpath.cli.house;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import static dev.clickpath.cli.house.Tier.BACKEND;
import static dev.clickpath.cli.house.Tier.ENTRANCE;
import static dev.clickpath.cli.house.Tier.STOREFRONT;

/**
 * The whole shop on one screen: what runs, where it answers, what it may use and whom it
 * asks.
 *
 * @param storefronts how many storefronts stand behind the gateway
 * @param products the size of the catalogue, or null for the authored one
 * @param portOffset is added to every port
 * @param zones where the storefronts stand, in turn
 */
public record House(int storefronts, @Nullable Integer products, int portOffset, List<String> zones) {

	/** The zone of who is not told one. */
	public static final String USUAL_ZONE = "eu";

	/** PostgreSQL's databases; each has a role of the same name that owns it. */
	public static final List<String> DATABASES = List.of("catalog", "recommendation", "storefront");

	/** The process name of the database server. */
	public static final String POSTGRES = "postgres";

	/** The process name of the edge. */
	public static final String EDGE = "cdn-edge";

	/** The process name of the name server. */
	public static final String NAME_SERVER = "dns";

	/** The zone that the name server answers for. */
	private static final String DOMAIN = "clickpath.test";

	private static final String CATALOG = "catalog-service";

	private static final String RECOMMENDATION = "recommendation-service";

	private static final String READINESS = "/actuator/health/readiness";

	/** What keeps all the others. */
	public static final String SUPERVISOR = "supervisor";

	/** The process name of the load balancer. */
	public static final String GATEWAY = "gateway";

	/** With all storefronts in one zone, so that each of them has something to do. */
	public House(int storefronts, @Nullable Integer products, int portOffset) {
		this(storefronts, products, portOffset, List.of(USUAL_ZONE));
	}

	public List<Service> services() {
		List<Service> services = new ArrayList<>();
		services.add(catalog());
		services.add(recommendation());
		IntStream.rangeClosed(1, this.storefronts).forEach((number) -> services.add(storefront(number)));
		services.add(gateway());
		services.add(shopEdge());
		services.add(nameServer());
		return List.copyOf(services);
	}

	/**
	 * With a million products, which a feed may bring at any time, the heap of the search
	 * index is 70 MiB when it is searched; building another beside it takes four times
	 * that. With a small catalogue the heap does not grow to that.
	 */
	private Service catalog() {
		Service catalog = Service.of(CATALOG, BACKEND, port(8101))
			.heap("384m")
			.database("catalog")
			.with("management.endpoints.web.exposure.include", "health,info,metrics,prometheus,upstreams,delay")
			.visited("/departments", "/search?q=blue+kettle", "/search?sort=price-asc", "/suggestions?q=ke");
		return (this.products != null) ? catalog.with("clickpath.catalog.products", this.products) : catalog;
	}

	private Service recommendation() {
		return Service.of(RECOMMENDATION, BACKEND, port(8102))
			.heap("160m")
			.database("recommendation")
			.visited("/trending", "/visitors/nobody/shelves");
	}

	private Service storefront(int number) {
		String name = "storefront-" + number;
		return Service.of("storefront", STOREFRONT, storefrontPort(number))
			.named(name)
			.heap("96m")
			.database("storefront")
			.with("clickpath.storefront.instance", name)
			.with("clickpath.storefront.zone", zone(number))
			.with("clickpath.storefront.catalog-url", local(8101))
			.with("clickpath.storefront.recommendation-url", local(8102))
			.with("clickpath.storefront.cdn-url", cdnAddress())
			.with("clickpath.storefront.secure-cdn-url", secureCdnAddress())
			.visited("/", "/", "/departments/kitchen", "/search?q=kettle", "/search/suggestions?q=ke", "/basket");
	}

	private Service gateway() {
		return Service.of(GATEWAY, ENTRANCE, port(8080))
			.heap("64m")
			.with("clickpath.gateway.storefronts",
					IntStream.rangeClosed(1, this.storefronts)
						.mapToObj((number) -> "http://127.0.0.1:" + storefrontPort(number))
						.collect(Collectors.joining(",")))
			.with("clickpath.gateway.trusted-proxies", "127.0.0.1,::1")
			.with("clickpath.gateway.listening.hosts",
					"localhost,.localhost,127.0.0.1,[::1],%1$s,.%1$s".formatted(DOMAIN))
			.with("clickpath.gateway.live.enabled", true)
			.with("clickpath.gateway.live.control", local(8060))
			.with("clickpath.gateway.live.edge", local(9090))
			.with("clickpath.gateway.live.services." + CATALOG, local(9101) + READINESS)
			.with("clickpath.gateway.live.services." + RECOMMENDATION, local(9102) + READINESS)
			.secured("clickpath.gateway.tls", port(8443))
			.visited("/", "/departments/kitchen", "/search?q=kettle", "/basket");
	}

	/**
	 * The edge before the shop, which says of nothing how long it may stand in for an
	 * origin that is away. Whoever starts the house may say so in the environment.
	 */
	private Service shopEdge() {
		return edge().with("clickpath.edge.stale-if-error", "${CLICKPATH_EDGE_STALEIFERROR:1d}");
	}

	/**
	 * The edge, which can also run without the others, before an origin that may mean it
	 * when it says nothing.
	 */
	public Service edge() {
		// The store's bodies lie outside the heap, where as much is allowed as in it.
		return Service.of(EDGE, ENTRANCE, port(8090))
			.heap("112m")
			.with("clickpath.edge.origin", local(8080))
			.with("clickpath.edge.cache-size", "64MB")
			.secured("clickpath.edge.tls", port(8453))
			.visited("/", "/assets/none.css", "/media/none.svg");
	}

	/**
	 * The name server, which leads to this machine's gateway and edge while they are
	 * well. It stands apart from the path of a request, so that it needs nobody.
	 */
	public Service nameServer() {
		Service server = Service.of(NAME_SERVER, ENTRANCE, nameServerPort()).heap("32m");
		return place(place(server, "gateways", GATEWAY, 8443, 9080), "edges", "edge", 8453, 9090);
	}

	private Service place(Service server, String group, String name, int securePort, int managementPort) {
		String prefix = "clickpath.dns." + group + "[0].";
		return server.with(prefix + "name", name)
			.with(prefix + "addresses", "127.0.0.1,::1")
			.with(prefix + "https-port", port(securePort))
			.with(prefix + "health", local(managementPort) + READINESS);
	}

	/**
	 * Where the name server answers, by UDP and TCP.
	 */
	public int nameServerPort() {
		return port(8053);
	}

	/**
	 * How to ask the name server where the shop is.
	 */
	public String nameServerQuestion() {
		return "dig @127.0.0.1 -p %d www.%s".formatted(nameServerPort(), DOMAIN);
	}

	/**
	 * Where the supervisor hears what the live map wants.
	 */
	public int controlPort() {
		return port(8060);
	}

	/**
	 * Where the catalogue takes delays.
	 */
	public String catalogDelay() {
		return local(9101) + "/actuator/delay";
	}

	/**
	 * Where each storefront stands, by its name.
	 */
	public Map<String, String> storefrontZones() {
		return IntStream.rangeClosed(1, this.storefronts)
			.boxed()
			.collect(Collectors.toMap((number) -> "storefront-" + number, this::zone));
	}

	private String zone(int number) {
		return this.zones.get((number - 1) % this.zones.size());
	}

	public int postgresPort() {
		return port(5442);
	}

	public String shopAddress() {
		return "http://localhost:" + port(8080);
	}

	public String secureShopAddress() {
		return "https://localhost:" + port(8443);
	}

	public String cdnAddress() {
		return "http://localhost:" + port(8090);
	}

	public String secureCdnAddress() {
		return "https://localhost:" + port(8453);
	}

	/**
	 * Every port the shop listens at, with the name of the process that does.
	 */
	public Map<Integer, String> ports() {
		Map<Integer, String> ports = new LinkedHashMap<>();
		ports.put(postgresPort(), POSTGRES);
		ports.put(controlPort(), SUPERVISOR);
		for (Service service : services()) {
			ports.put(service.port(), service.name());
			ports.put(service.managementPort(), service.name());
			if (service.tls() != null) {
				ports.put(service.tls().port(), service.name());
			}
		}
		return ports;
	}

	private int storefrontPort(int number) {
		return port(8110 + number);
	}

	private String local(int port) {
		return "http://127.0.0.1:" + port(port);
	}

	private int port(int port) {
		return port + this.portOffset;
	}

}
