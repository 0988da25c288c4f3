package dev.clickpath.gateway.compression;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;

import com.aayushatharva.brotli4j.decoder.BrotliInputStream;
import com.github.luben.zstd.ZstdInputStream;
import dev.clickpath.gateway.testing.RecordingStorefront;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.ByteBufFlux;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "management.server.port=0", "clickpath.gateway.health.port-offset=0" })
class CompressedPagesTests {

	private static final RecordingStorefront storefront = new RecordingStorefront();

	private static final String PAGE = "<p>A click's path</p>".repeat(500);

	private final HttpClient client = HttpClient.newHttpClient();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void storefronts(DynamicPropertyRegistry registry) {
		registry.add("clickpath.gateway.storefronts", storefront::address);
	}

	@AfterAll
	static void stop() {
		storefront.stop();
	}

	@BeforeEach
	void reset() {
		storefront.reset();
	}

	private HttpResponse<InputStream> get(String accepted) throws IOException, InterruptedException {
		return this.client.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/"))
			.header("Accept-Encoding", accepted)
			.build(), HttpResponse.BodyHandlers.ofInputStream());
	}

	private static void storefrontAnswers(int status, String body, String... headers) {
		storefront.behave((request, response) -> {
			response.status(status);
			for (int i = 0; i < headers.length; i += 2) {
				response.header(headers[i], headers[i + 1]);
			}
			return response.sendString(Mono.just(body));
		});
	}

	private static InputStream decoded(HttpResponse<InputStream> answer) throws IOException {
		return switch (answer.headers().firstValue("Content-Encoding").orElse("")) {
			case "zstd" -> new ZstdInputStream(answer.body()).setContinuous(true);
			case "br" -> new BrotliInputStream(answer.body());
			case "gzip" -> new GZIPInputStream(answer.body());
			default -> answer.body();
		};
	}

	private static String text(InputStream body) throws IOException {
		return new String(body.readAllBytes(), StandardCharsets.UTF_8);
	}

	@ParameterizedTest
	@ValueSource(strings = { "zstd", "br", "gzip" })
	void compressesAPage(String coding) throws Exception {
		storefrontAnswers(200, PAGE, "Content-Type", "text/html;charset=UTF-8", "ETag", "\"a\"", "Accept-Ranges",
				"bytes", "Vary", "Cookie");
		HttpResponse<InputStream> answer = get(coding);
		assertThat(answer.headers().firstValue("Content-Encoding")).contains(coding);
		assertThat(answer.headers().firstValue("ETag")).contains("W/\"a\"");
		assertThat(answer.headers().allValues("Vary")).containsExactly("Cookie", "Accept-Encoding");
		assertThat(answer.headers().map()).doesNotContainKey("accept-ranges");
		assertThat(answer.headers().firstValueAsLong("Content-Length").orElseThrow()).isLessThan(PAGE.length());
		assertThat(text(decoded(answer))).isEqualTo(PAGE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "zstd", "gzip" })
	void theHeadOfAPageIsThereBeforeItsEndIsMade(String coding) throws Exception {
		Sinks.One<String> end = Sinks.one();
		storefront.behave((request, response) -> response.header("Content-Type", "text/html")
			.send(ByteBufFlux.fromString(Flux.concat(Mono.just("<head>"), end.asMono())), (buffer) -> true));
		HttpResponse<InputStream> answer = get(coding);
		assertThat(answer.headers().firstValue("Content-Encoding")).contains(coding);
		try (InputStream body = decoded(answer)) {
			assertThat(new String(body.readNBytes(6), StandardCharsets.UTF_8)).isEqualTo("<head>");
			end.tryEmitValue("<body>");
			assertThat(text(body)).isEqualTo("<body>");
		}
	}

	/**
	 * The decoder at hand waits for more; the octets do not, and so little stands in
	 * them.
	 */
	@Test
	void theHeadOfAPageInBrotliIsThereBeforeItsEndIsMade() throws Exception {
		Sinks.One<String> end = Sinks.one();
		storefront.behave((request, response) -> response.header("Content-Type", "text/html")
			.send(ByteBufFlux.fromString(Flux.concat(Mono.just("<head>"), end.asMono())), (buffer) -> true));
		try (InputStream body = get("br").body()) {
			byte[] first = body.readNBytes(9);
			assertThat(new String(first, StandardCharsets.ISO_8859_1)).endsWith("<head>");
			end.tryEmitValue("<body>");
			InputStream whole = new SequenceInputStream(new ByteArrayInputStream(first), body);
			assertThat(text(new BrotliInputStream(whole))).isEqualTo("<head><body>");
		}
	}

	@ParameterizedTest(name = "{0} {1} {2}: {3}")
	@CsvSource({ "200, Content-Type, image/png, 5000", "200, Content-Type, text/html, 1000",
			"200, Cache-Control, 'max-age=5, No-Transform', 5000", "206, Content-Range, bytes 0-4999/9000, 5000",
			"200, Content-Encoding, x-own, 5000" })
	void leavesAsItIsWhatMustStayOrIsNotWorthIt(int status, String field, String value, int length) throws Exception {
		String type = field.equals("Content-Type") ? value : "text/html";
		storefrontAnswers(status, "a".repeat(length), field, value, "Content-Type", type, "ETag", "\"a\"",
				"Content-Length", Integer.toString(length));
		HttpResponse<InputStream> answer = get("gzip, br, zstd");
		assertThat(answer.headers().firstValue("ETag")).contains("\"a\"");
		assertThat(answer.headers().firstValue("Content-Encoding")).isNotEqualTo("zstd");
		assertThat(text(answer.body())).isEqualTo("a".repeat(length));
	}

	@Test
	void tellsCachesThatTheAnswerDependsEvenWhenItStaysPlain() throws Exception {
		storefrontAnswers(200, PAGE, "Content-Type", "text/html");
		HttpResponse<InputStream> answer = get("identity");
		assertThat(answer.headers().allValues("Vary")).containsExactly("Accept-Encoding");
		assertThat(answer.headers().firstValue("Content-Encoding")).isEmpty();
		assertThat(text(answer.body())).isEqualTo(PAGE);
	}

	@Test
	void theHeadOfAnAnswerIsThatOfItsBody() throws Exception {
		storefrontAnswers(200, PAGE, "Content-Type", "text/html", "ETag", "\"a\"");
		HttpResponse<String> answer = this.client
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/"))
				.header("Accept-Encoding", "br")
				.HEAD()
				.build(), HttpResponse.BodyHandlers.ofString());
		assertThat(answer.headers().firstValue("Content-Encoding")).contains("br");
		assertThat(answer.headers().firstValue("ETag")).contains("W/\"a\"");
		assertThat(answer.body()).isEmpty();
	}

	@Test
	void passesEventsOnAsTheyCome() throws Exception {
		Sinks.Many<String> events = Sinks.many().unicast().onBackpressureBuffer();
		storefront.behave(
				(request, response) -> response.sse().send(ByteBufFlux.fromString(events.asFlux()), (buffer) -> true));
		events.tryEmitNext("data: 1\n\n");
		HttpResponse<InputStream> answer = get("gzip");
		try (InputStream body = decoded(answer)) {
			assertThat(new String(body.readNBytes(9), StandardCharsets.UTF_8)).isEqualTo("data: 1\n\n");
			events.tryEmitNext("data: 2\n\n");
			assertThat(new String(body.readNBytes(9), StandardCharsets.UTF_8)).isEqualTo("data: 2\n\n");
			events.tryEmitComplete();
			assertThat(text(body)).isEmpty();
		}
	}

}
