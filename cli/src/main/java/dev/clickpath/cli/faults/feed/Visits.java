package dev.clickpath.cli.faults.feed;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * People who look at the home page, search, open departments and products, each page
 * once, until they are told to end. They follow the links that they see.
 */
final class Visits implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final int PACE_MILLIS = 100;

	private static final List<String> WORDS = List.of("kettle", "headphones", "blue lamp", "tent", "laptop", "rug",
			"running shoes", "puzzle");

	private static final Pattern LINK = Pattern.compile("href=\"(/(?:products|departments)/[^\"#]+)\"");

	private final ConcurrentLinkedQueue<Visit> visits = new ConcurrentLinkedQueue<>();

	private final ExecutorService shoppers = Executors.newVirtualThreadPerTaskExecutor();

	private final HttpClient client = HttpClient.newBuilder()
		.version(HttpClient.Version.HTTP_1_1)
		.connectTimeout(PATIENCE)
		.followRedirects(HttpClient.Redirect.NORMAL)
		.build();

	private final URI shop;

	private volatile boolean open = true;

	/**
	 * A page that somebody asked for.
	 *
	 * @param failure why it did not come, or null
	 * @param missing the page when it was about something that is not there, or null
	 */
	record Visit(long nanos, @Nullable String failure, @Nullable String missing) {
	}

	Visits(URI shop, int shoppers) {
		this.shop = shop;
		for (int i = 0; i < shoppers; i++) {
			Random random = new Random(i);
			this.shoppers.execute(() -> shop(random));
		}
	}

	private void shop(Random random) {
		List<String> links = new ArrayList<>();
		while (this.open) {
			visit(next(random, links), links);
			try {
				TimeUnit.MILLISECONDS.sleep(PACE_MILLIS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
				return;
			}
		}
	}

	private static String next(Random random, List<String> links) {
		return switch (random.nextInt(6)) {
			case 0 -> "/";
			case 1 -> "/search?q=" + WORDS.get(random.nextInt(WORDS.size())).replace(' ', '+');
			default -> links.isEmpty() ? "/" : links.get(random.nextInt(links.size()));
		};
	}

	private void visit(String path, List<String> links) {
		long start = System.nanoTime();
		String failure = null;
		boolean gone = false;
		try {
			HttpResponse<String> page = this.client.send(
					HttpRequest.newBuilder(this.shop.resolve(path)).timeout(PATIENCE).build(),
					HttpResponse.BodyHandlers.ofString());
			boolean whole = page.body().stripTrailing().endsWith("</html>");
			gone = page.statusCode() == 404 && whole;
			if (!gone && (page.statusCode() != 200 || !whole)) {
				failure = "%s was answered %d%s".formatted(path, page.statusCode(),
						whole ? "" : ", and not to its end");
			}
			List<String> seen = LINK.matcher(page.body()).results().map((link) -> link.group(1)).toList();
			if (!seen.isEmpty()) {
				links.clear();
				links.addAll(seen);
			}
		}
		catch (IOException ex) {
			failure = path + ": " + ex;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return;
		}
		this.visits.add(new Visit(System.nanoTime() - start, failure, gone ? path : null));
	}

	/**
	 * Lets each of them have the page that is still to come, and tells of all.
	 */
	List<Visit> end() {
		close();
		return List.copyOf(this.visits);
	}

	@Override
	public void close() {
		this.open = false;
		this.shoppers.close();
		this.client.close();
	}

}
