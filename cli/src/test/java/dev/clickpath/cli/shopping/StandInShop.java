package dev.clickpath.cli.shopping;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A shop with pages and forms like those of the real one, one basket, and one order that
 * is as the test wants it.
 */
final class StandInShop implements AutoCloseable {

	static final String ORDER = "00000000-0000-0000-0000-000000000001";

	private final HttpServer server;

	private final Map<String, String> basket = new ConcurrentHashMap<>();

	private final List<String> posts = new CopyOnWriteArrayList<>();

	private volatile String state = "PLACED";

	private final AtomicInteger registrations = new AtomicInteger();

	StandInShop() {
		try {
			this.server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		this.server.createContext("/", this::answer);
		this.server.start();
	}

	URI address() {
		return URI.create("http://127.0.0.1:" + this.server.getAddress().getPort());
	}

	/** What becomes of an order, and what is known of it by now. */
	void state(String state) {
		this.state = state;
	}

	/** Everything that was sent. */
	List<String> posts() {
		return this.posts;
	}

	Map<String, String> basket() {
		return this.basket;
	}

	private void answer(HttpExchange exchange) throws IOException {
		String path = exchange.getRequestURI().getPath();
		if (exchange.getRequestMethod().equals("POST")) {
			Map<String, String> fields = fields(exchange);
			this.posts.add(path + " " + fields);
			post(exchange, path, fields);
		}
		else {
			page(exchange, 200, page(path));
		}
	}

	private void post(HttpExchange exchange, String path, Map<String, String> fields) throws IOException {
		if (path.equals("/register") && this.registrations.getAndIncrement() > 0) {
			page(exchange, 422, page("/register"));
		}
		else if (path.equals("/basket/items")) {
			this.basket.put(field(fields, "product"), field(fields, "quantity"));
			redirect(exchange, "/basket");
		}
		else if (path.startsWith("/basket/items/")) {
			this.basket.remove(path.substring(14));
			redirect(exchange, "/basket");
		}
		else if (path.equals("/checkout")) {
			if (this.state.equals("REFUSED")) {
				page(exchange, 409, page("/checkout"));
			}
			else {
				redirect(exchange, "/orders/" + ORDER + (this.state.equals("WAITING") ? "/code" : ""));
			}
		}
		else if (path.endsWith("/code") && !field(fields, "code").equals("123456")) {
			page(exchange, 422, page(path));
		}
		else {
			if (path.startsWith("/orders/")) {
				this.state = path.endsWith("/cancel") ? "CANCELLED" : "PLACED";
			}
			redirect(exchange, path.startsWith("/orders/") ? "/orders/" + ORDER : "/");
		}
	}

	private String page(String path) {
		return switch (path) {
			case "/register", "/sign-in" -> form(path,
					"<input type=hidden name=return value=/><input name=email><input type=password name=password>");
			case "/basket" -> this.basket.entrySet()
				.stream()
				.map((line) -> form("/basket/items/" + line.getKey(),
						"<input name=quantity value=%s>".formatted(line.getValue())))
				.collect(Collectors.joining());
			case "/products/sold-out" -> "";
			case "/checkout" -> this.basket.isEmpty() ? "" : form("/checkout", """
					<input type=hidden name=key value=key-1><input type=hidden name=seen value=s><input name=name>
					<select name=country><option value=''>?<option value=DE>Germany</select>
					<input type=radio name=delivery value=standard><input type=radio name=delivery value=express>""");
			case "/orders/" + ORDER + "/code" -> form(path, "<input name=code>") + form("/orders/x/give-up", "");
			case "/orders/" + ORDER -> order();
			default -> path.startsWith("/products/") ? form("/basket/items",
					"<input type=hidden name=product value=%s>".formatted(path.split("/", -1)[2])) : "";
		};
	}

	private String order() {
		return switch (this.state) {
			case "PLACED" -> "<h1>Thank you</h1><ol class=way></ol>" + form("/orders/" + ORDER + "/cancel", "");
			case "WAITING" -> "<h1>Your bank waits</h1><p class=actions><a href=/orders/%s/code>".formatted(ORDER);
			case "CANCELLED" -> "<h1>Your order is cancelled</h1>";
			case "RELEASED" -> "<h1>Sorry</h1><p class=actions><a class=button href=/checkout>";
			default -> "<h1>Your order is being placed</h1>";
		};
	}

	private static String form(String action, String fields) {
		return "<form method=post action=%s><input type=hidden name=_csrf value=t>%s</form>".formatted(action, fields);
	}

	private static String field(Map<String, String> fields, String name) {
		return fields.getOrDefault(name, "");
	}

	private static Map<String, String> fields(HttpExchange exchange) throws IOException {
		String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
		Map<String, String> fields = new LinkedHashMap<>();
		Arrays.stream(body.split("&", -1))
			.map((pair) -> pair.split("=", 2))
			.forEach((pair) -> fields.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
		return fields;
	}

	private static void redirect(HttpExchange exchange, String path) throws IOException {
		exchange.getResponseHeaders().add("Location", path);
		exchange.sendResponseHeaders(303, -1);
		exchange.close();
	}

	private static void page(HttpExchange exchange, int status, String content) throws IOException {
		byte[] html = ("<main>" + content + "</main>").getBytes(StandardCharsets.UTF_8);
		exchange.sendResponseHeaders(status, html.length);
		exchange.getResponseBody().write(html);
		exchange.close();
	}

	@Override
	public void close() {
		this.server.stop(0);
	}

}
