package dev.clickpath.cli.bench.edge;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;

import javax.net.ssl.SSLContext;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.http.Codings;
import org.jspecify.annotations.Nullable;

/**
 * Looks, before anything is measured, whether a contestant gives the right answer, and
 * gives it from its cache.
 */
final class Probe {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	/**
	 * Some caches store only what is asked for a second time, or store in the background.
	 */
	private static final int ATTEMPTS = 10;

	private final AssetOrigin origin;

	private final @Nullable SSLContext trust;

	Probe(AssetOrigin origin, @Nullable SSLContext trust) {
		this.origin = origin;
		this.trust = trust;
	}

	/**
	 * Checks status, coding, every byte, and that the origin has not been asked.
	 * @return how many bytes the body has on the wire
	 * @throws Problem when the contestant is not fit to be measured
	 */
	int check(Contestant contestant, Case test) {
		try (HttpClient client = client(test)) {
			for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
				long before = this.origin.requests();
				int length = ask(client, contestant, test);
				if (this.origin.requests() == before) {
					return length;
				}
			}
		}
		throw wrong(contestant, test, "asks the origin every time, so it is not a cache here");
	}

	private HttpClient client(Case test) {
		HttpClient.Builder builder = HttpClient.newBuilder()
			.connectTimeout(PATIENCE)
			.version((test.protocol() == Protocol.HTTP2) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1);
		if (this.trust != null) {
			builder.sslContext(this.trust);
		}
		return builder.build();
	}

	private static int ask(HttpClient client, Contestant contestant, Case test) {
		URI address = contestant.address(test);
		try {
			HttpResponse<byte[]> response = client.send(
					HttpRequest.newBuilder(address).timeout(PATIENCE).header("Accept-Encoding", test.coding()).build(),
					HttpResponse.BodyHandlers.ofByteArray());
			judge(contestant, test, response);
			return response.body().length;
		}
		catch (IOException ex) {
			throw wrong(contestant, test, "does not answer properly (%s)".formatted(ex));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new Problem("Interrupted; run it again.", ex);
		}
	}

	private static void judge(Contestant contestant, Case test, HttpResponse<byte[]> response) throws IOException {
		String coding = response.headers().firstValue("Content-Encoding").orElse(Codings.IDENTITY);
		if (response.statusCode() != 200) {
			throw wrong(contestant, test, "answers %d".formatted(response.statusCode()));
		}
		if (!coding.equals(test.coding())) {
			throw wrong(contestant, test, "answers in the coding " + coding);
		}
		if (!Arrays.equals(Codings.decode(coding, response.body()), test.asset().plain())) {
			throw wrong(contestant, test, "answers with another body");
		}
		if (test.protocol() == Protocol.HTTP2 && response.version() != HttpClient.Version.HTTP_2) {
			throw wrong(contestant, test, "does not speak HTTP/2");
		}
	}

	private static Problem wrong(Contestant contestant, Case test, String what) {
		return new Problem("%s %s (%s, %s), so nothing was measured; look into its configuration or leave it out."
			.formatted(contestant.name(), what, test.name(), contestant.address(test)));
	}

}
