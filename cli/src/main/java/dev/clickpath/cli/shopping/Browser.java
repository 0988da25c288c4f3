package dev.clickpath.cli.shopping;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/**
 * A shopper's browser, with the shopper's stubbornness: a page that does not come is
 * loaded again, and a form without a clear answer is sent again as it was.
 */
public final class Browser implements Pages {

	private static final int MOST_REDIRECTS = 5;

	private static final Duration LONGEST_ANSWER = Duration.ofSeconds(25);

	private static final int PAUSE_MILLIS = 400;

	private static final int TOO_MANY_REQUESTS = 429;

	private final HttpClient client;

	private final URI shop;

	private final String from;

	private final Duration patience;

	private final Cookies cookies = new Cookies();

	private final AtomicInteger repeats = new AtomicInteger();

	/**
	 * A browser without cookies.
	 * @param client follows no redirects and keeps no cookies
	 * @param from the address it says it is at: to the gateway this machine is a proxy
	 * that is believed, and otherwise all shoppers were one, who comes far too often
	 * @param patience after which the shopper gives up
	 */
	public Browser(HttpClient client, URI shop, String from, Duration patience) {
		this.client = client;
		this.shop = shop;
		this.from = from;
		this.patience = patience;
	}

	public static HttpClient client() {
		return HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.connectTimeout(Duration.ofSeconds(5))
			.followRedirects(HttpClient.Redirect.NEVER)
			.build();
	}

	/**
	 * Loads a page.
	 * @throws NoAnswerException if it does not come within the shopper's patience
	 */
	@Override
	public Page get(String path) throws NoAnswerException {
		return load(this.shop.resolve(path));
	}

	private Page load(URI address) throws NoAnswerException {
		long start = System.nanoTime();
		return follow(persistently(HttpRequest.newBuilder(address).GET()), start);
	}

	/**
	 * Sends a form until there is a clear answer, and loads the page that it leads to.
	 * @throws NoAnswerException if there is none within the shopper's patience
	 */
	@Override
	public Page submit(Form form) throws NoAnswerException {
		long start = System.nanoTime();
		return follow(persistently(post(form)), start);
	}

	/**
	 * Sends a form once.
	 * @throws NoAnswerException if there is no clear answer
	 */
	@Override
	public Page submitOnce(Form form) throws NoAnswerException {
		long start = System.nanoTime();
		HttpResponse<String> response = send(post(form));
		if (response == null || !isClear(response)) {
			throw new NoAnswerException(form.action().getPath() + " gave no clear answer");
		}
		return follow(response, start);
	}

	private static HttpRequest.Builder post(Form form) {
		return HttpRequest.newBuilder(form.action())
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form.body()));
	}

	/** How often something had to be asked again. */
	public int repeats() {
		return this.repeats.get();
	}

	private Page follow(HttpResponse<String> first, long start) throws NoAnswerException {
		HttpResponse<String> response = first;
		for (int i = 0; i < MOST_REDIRECTS && isRedirect(response); i++) {
			URI target = response.uri().resolve(response.headers().firstValue("Location").orElseThrow());
			response = persistently(HttpRequest.newBuilder(target).GET());
		}
		return Page.of(response.statusCode(), response.uri(), response.body(),
				Duration.ofNanos(System.nanoTime() - start));
	}

	private HttpResponse<String> persistently(HttpRequest.Builder request) throws NoAnswerException {
		long end = System.nanoTime() + this.patience.toNanos();
		HttpResponse<String> response = send(request);
		while (response == null || !isClear(response)) {
			if (System.nanoTime() > end) {
				throw new NoAnswerException("%s gave no clear answer for %d s%s".formatted(
						request.build().uri().getPath(), this.patience.toSeconds(),
						(response != null) ? ", at last " + response.statusCode() : ""));
			}
			this.repeats.incrementAndGet();
			pause();
			response = send(request);
		}
		return response;
	}

	private @Nullable HttpResponse<String> send(HttpRequest.Builder request) {
		HttpRequest.Builder copy = request.copy()
			.timeout(LONGEST_ANSWER)
			.header("Accept-Language", "en")
			.header("X-Forwarded-For", this.from);
		String sent = this.cookies.field();
		if (!sent.isEmpty()) {
			copy.header("Cookie", sent);
		}
		try {
			HttpResponse<String> response = this.client.send(copy.build(), HttpResponse.BodyHandlers.ofString());
			response.headers().allValues("Set-Cookie").forEach(this.cookies::keep);
			return response;
		}
		catch (IOException ex) {
			return null;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return null;
		}
	}

	/** Whether something was done or refused, rather than lost under way. */
	private static boolean isClear(HttpResponse<String> response) {
		return response.statusCode() < 500 && response.statusCode() != TOO_MANY_REQUESTS;
	}

	private static boolean isRedirect(HttpResponse<String> response) {
		return response.statusCode() / 100 == 3 && response.headers().firstValue("Location").isPresent();
	}

	private static void pause() {
		try {
			TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
