package dev.clickpath.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Answers that are waited for to their last byte, but not for ever: the time-out of a
 * {@link HttpRequest} ends with the head.
 */
final class Answers {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private Answers() {
	}

	/**
	 * An answer, once its body has been taken as far as the handler wants it.
	 */
	static <T> HttpResponse<T> of(HttpClient client, HttpRequest request, HttpResponse.BodyHandler<T> body) {
		CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, body);
		try {
			return answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
		}
		catch (TimeoutException ex) {
			answer.cancel(true);
			throw new IllegalStateException("No whole answer of " + request.uri() + " within " + PATIENCE, ex);
		}
		catch (ExecutionException ex) {
			throw new UncheckedIOException(request.uri() + " did not answer", new IOException(ex.getCause()));
		}
		catch (InterruptedException ex) {
			answer.cancel(true);
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

}
