package dev.clickpath.cli.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.http.Reply;
import dev.clickpath.cli.http.Wire;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The shop's own search, asked over HTTP by one thread.
 */
final class ShopSearch implements Engine, AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Pattern INDEX = Pattern.compile("index(?:;desc=\"[^\"]*\")?;dur=([\\d.]+)");

	private final int port;

	private final JsonMapper json = new JsonMapper();

	private @Nullable Wire wire;

	private ShopSearch(int port) {
		this.port = port;
	}

	static ShopSearch at(int port) {
		return new ShopSearch(port);
	}

	/**
	 * An answer and how long it took.
	 *
	 * @param millis until its last byte was here
	 * @param inIndex how many of them it says the index took; 0 when it was known already
	 */
	record Answer(String body, double millis, double inIndex) {

	}

	@Override
	public String name() {
		return "the shop";
	}

	@Override
	public List<String> search(String query) {
		return json("/search?size=%d&q=%s".formatted(DEPTH, encoded(query))).get("products")
			.valueStream()
			.map((product) -> product.get("id").asString())
			.toList();
	}

	static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	JsonNode json(String path) {
		return this.json.readTree(ask(path).body());
	}

	Answer ask(String path) {
		long start = System.nanoTime();
		try {
			Wire open = (this.wire != null && this.wire.isReusable()) ? this.wire : open();
			Reply reply = open.ask("GET", path, Map.of("Accept", "application/json"));
			String body = new String(reply.body().readAllBytes(), StandardCharsets.UTF_8);
			if (reply.status() != 200) {
				throw new Problem(
						"The catalogue answered %s to %s; it was built wrongly or is broken.".formatted(reply, path));
			}
			return new Answer(body, (System.nanoTime() - start) / 1e6, inIndex(reply));
		}
		catch (IOException ex) {
			close();
			throw new UncheckedIOException("The catalogue does not answer", ex);
		}
	}

	private Wire open() throws IOException {
		close();
		Wire opened = Wire.open(this.port, PATIENCE);
		this.wire = opened;
		return opened;
	}

	private static double inIndex(Reply reply) {
		Matcher matcher = INDEX.matcher(String.valueOf(reply.field("Server-Timing")));
		return matcher.find() ? Double.parseDouble(matcher.group(1)) : 0;
	}

	@Override
	public void close() {
		if (this.wire != null) {
			this.wire.close();
		}
	}

}
