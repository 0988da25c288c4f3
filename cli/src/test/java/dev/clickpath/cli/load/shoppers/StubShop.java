package dev.clickpath.cli.load.shoppers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.clickpath.cli.load.browsing.Identity;
import dev.clickpath.cli.load.browsing.Target;
import dev.clickpath.cli.shopping.Card;

/**
 * A small shop with what shoppers look for, which can do one thing wrong.
 */
final class StubShop implements AutoCloseable {

	/**
	 * What it does wrong.
	 */
	enum Fault {

		NONE,

		/** Leads from each product to another one. */
		MIXES_PRODUCTS_UP,

		/** Does not keep what is put into a basket. */
		LOSES_BASKETS,

		/** Greets all customers with the name of one and the same. */
		MIXES_NAMES_UP,

		/** Answers every search with something else. */
		SEARCHES_FOR_SOMETHING_ELSE

	}

	private static final List<String> PRODUCTS = List.of("kettle", "teapot", "spoon");

	private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpServer server;

	private final Fault fault;

	private final Map<String, Map<String, Integer>> baskets = new ConcurrentHashMap<>();

	private final Map<String, String> names = new ConcurrentHashMap<>();

	private final Map<String, List<String>> orders = new ConcurrentHashMap<>();

	private final AtomicInteger visitors = new AtomicInteger();

	private final List<String> asked = new CopyOnWriteArrayList<>();

	StubShop(Fault fault) {
		this.fault = fault;
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	Target target() {
		URI address = URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
		return new Target(address, address);
	}

	List<String> asked() {
		return this.asked;
	}

	/** Of those with accounts, by visitor. */
	Map<String, String> names() {
		return this.names;
	}

	private void answer(HttpExchange exchange) throws IOException {
		try (exchange) {
			// The JDK's server keeps 200 connections and closes the others as it likes.
			exchange.getResponseHeaders().add("Connection", "close");
			String path = exchange.getRequestURI().getPath();
			this.asked.add(exchange.getRequestMethod() + " " + path);
			String visitor = visitor(exchange);
			if (exchange.getRequestMethod().equals("POST")) {
				String next = post(path, fields(exchange), visitor);
				if (path.endsWith("/look")) {
					exchange.sendResponseHeaders(204, -1);
				}
				else {
					redirect(exchange, next);
				}
			}
			else if (path.equals("/search/suggestions")) {
				send(exchange, "application/json", "{\"suggestions\":[]}");
			}
			else {
				String query = exchange.getRequestURI().getQuery();
				send(exchange, "text/html", page(get(path, (query != null) ? query : "", visitor), visitor));
			}
		}
	}

	private String visitor(HttpExchange exchange) {
		String cookie = exchange.getRequestHeaders().getFirst("Cookie");
		if (cookie != null) {
			return cookie.substring(cookie.indexOf('=') + 1);
		}
		String visitor = "v" + this.visitors.incrementAndGet();
		exchange.getResponseHeaders().add("Set-Cookie", "visitor=" + visitor);
		return visitor;
	}

	private String post(String path, Map<String, String> fields, String visitor) {
		Map<String, Integer> basket = this.baskets.computeIfAbsent(visitor, (any) -> new ConcurrentHashMap<>());
		int quantity = Integer.parseInt(fields.getOrDefault("quantity", "0"));
		if (path.equals("/basket/items")) {
			if (this.fault != Fault.LOSES_BASKETS) {
				basket.merge(fields.get("product"), quantity, Integer::sum);
			}
			return "/basket";
		}
		if (path.startsWith("/basket/items/")) {
			basket.put(path.substring(14), quantity);
			basket.values().removeIf((pieces) -> pieces == 0);
			return "/basket";
		}
		if (path.equals("/register")) {
			this.names.put(visitor, fields.get("name"));
			return "/";
		}
		if (path.equals("/checkout") && !fields.getOrDefault("card-number", "").equals(Card.ACCEPTED.number())) {
			return "/checkout";
		}
		if (path.equals("/checkout")) {
			String order = "00000000-0000-0000-0000-%012d".formatted(this.asked.size());
			this.orders.computeIfAbsent(visitor, (any) -> new CopyOnWriteArrayList<>()).add(order);
			basket.clear();
			return "/orders/" + order;
		}
		return "/";
	}

	private String get(String path, String query, String visitor) {
		if (path.startsWith("/products/")) {
			String product = path.split("/", -1)[2];
			String shown = (this.fault == Fault.MIXES_PRODUCTS_UP)
					? PRODUCTS.get((PRODUCTS.indexOf(product) + 1) % PRODUCTS.size()) : product;
			return "<h1>The %s</h1>%s"
				.formatted(shown, form("/basket/items",
						"<input type=hidden name=product value=%s><input name=quantity value=1>".formatted(product)))
					+ cards();
		}
		if (path.equals("/search")) {
			String words = (this.fault == Fault.SEARCHES_FOR_SOMETHING_ELSE) ? "hats" : query.substring(2);
			return "<h1>“%s”</h1>%s".formatted(words, cards());
		}
		if (path.startsWith("/departments/")) {
			String chips = query.isEmpty() ? ""
					: "<p class='chips filters'><a href=/departments/kitchen>Halvora</a></p>";
			return "<h1>Kitchen</h1><details class=facets><a href='/departments/kitchen?brand=Halvora'>Halvora</a></details>"
					+ chips + cards();
		}
		return switch (path) {
			case "/basket" -> "<h1>Basket</h1><ul class=lines>" + this.baskets.getOrDefault(visitor, Map.of())
				.entrySet()
				.stream()
				.map((line) -> form("/basket/items/" + line.getKey(),
						"<input name=quantity type=number value=%d>".formatted(line.getValue())))
				.collect(Collectors.joining()) + "</ul>";
			case "/register", "/sign-in" -> "<h1>Account</h1>" + form(path, "<input name=name><input name=email>");
			case "/checkout" -> "<h1>Checkout</h1><p role=alert>Try another card</p>"
					+ (this.baskets.getOrDefault(visitor, Map.of()).isEmpty() ? ""
							: form("/checkout", "<input type=hidden name=key value=k>"));
			case "/orders" -> "<h1>Orders</h1>" + this.orders.getOrDefault(visitor, List.of())
				.stream()
				.map("<a href=/orders/%s>Order</a>"::formatted)
				.collect(Collectors.joining());
			case "/" -> "<h1>Have a look</h1>" + cards();
			default -> "<h1>Thank you</h1><ol class=way></ol>";
		};
	}

	private static String cards() {
		return PRODUCTS.stream()
			.map((product) -> "<a href=/products/%1$s/red-%1$s><h3><span>The %1$s</span></h3></a>".formatted(product))
			.collect(Collectors.joining());
	}

	private static String form(String action, String fields) {
		return "<form method=post action=%s><input type=hidden name=_csrf value=t>%s</form>".formatted(action, fields);
	}

	private String page(String main, String visitor) {
		String name = this.names.getOrDefault(visitor, "");
		if (this.fault == Fault.MIXES_NAMES_UP && !name.isEmpty()) {
			name = Identity.name("first");
		}
		String greeting = name.isEmpty() ? ""
				: "<details class=account-menu><summary><span class=word>%s</span></summary>%s</details>"
					.formatted(name, "");
		return "<!DOCTYPE html><html><head><title>Shop</title></head><body><nav class=departments><a href=/departments/kitchen>Kitchen</a></nav>%s<main>%s</main></body></html>"
			.formatted(greeting, main);
	}

	private static Map<String, String> fields(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		return new HashMap<>(new ArrayList<>(Arrays.asList(body.split("&", -1))).stream()
			.map((pair) -> pair.split("=", 2))
			.filter((pair) -> pair.length == 2)
			.collect(
					Collectors.toMap((pair) -> pair[0], (pair) -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))));
	}

	private static void redirect(HttpExchange exchange, String path) throws IOException {
		exchange.getResponseHeaders().add("Location", path);
		exchange.sendResponseHeaders(303, -1);
	}

	private static void send(HttpExchange exchange, String type, String content) throws IOException {
		byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().add("Content-Type", type);
		exchange.sendResponseHeaders(200, bytes.length);
		exchange.getResponseBody().write(bytes);
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

}
