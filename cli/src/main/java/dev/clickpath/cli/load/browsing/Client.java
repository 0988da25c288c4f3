package dev.clickpath.cli.load.browsing;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.clickpath.cli.load.accounting.Failure;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A browser's connections: of its own, six to each host at most, kept while they are
 * used. It neither follows nor unpacks, and repeats only what a browser would, so that
 * nothing that goes wrong is hidden. Whatever a name leads to at the moment of
 * connecting, it is this machine or a private address.
 */
final class Client implements AutoCloseable {

	private static final int CONNECTIONS = 6;

	private static final int LONGEST_BODY = 16 * 1024 * 1024;

	private static final ContentType FORM = ContentType.create("application/x-www-form-urlencoded");

	private final CloseableHttpClient client;

	private final Duration patience;

	private final Runnable again;

	/**
	 * A client without connections.
	 * @param patience how long an answer may take, from the wait for a connection to its
	 * last byte
	 * @param again is told when something is asked once more on another connection
	 */
	Client(Duration patience, Runnable again) {
		this.patience = patience;
		this.again = again;
		Timeout timeout = Timeout.of(patience);
		this.client = HttpClients.custom()
			.setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
				.setMaxConnPerRoute(CONNECTIONS)
				.setMaxConnTotal(2 * CONNECTIONS)
				.setDnsResolver(new NearbyNames())
				.setTlsSocketStrategy((socket, target, port, attachment, context) -> {
					throw new IOException("Shoppers come without TLS");
				})
				.setDefaultConnectionConfig(ConnectionConfig.custom()
					.setConnectTimeout(timeout)
					.setSocketTimeout(timeout)
					.setIdleTimeout(Timeout.ofSeconds(20))
					.setValidateAfterInactivity(TimeValue.ofMilliseconds(500))
					.build())
				.build())
			.setDefaultRequestConfig(RequestConfig.custom()
				.setConnectionRequestTimeout(timeout)
				.setResponseTimeout(timeout)
				.setProtocolUpgradeEnabled(false)
				.build())
			.disableRedirectHandling()
			.disableCookieManagement()
			.disableContentCompression()
			.disableAutomaticRetries()
			.disableAuthCaching()
			.disableDefaultUserAgent()
			.build();
	}

	/** When the shopper has no more patience with what is asked for now. */
	long deadline() {
		return System.nanoTime() + this.patience.toNanos();
	}

	/**
	 * Asks, and reads the answer to its end.
	 * @param body of a form; null for none
	 * @param deadline when the last byte is to be there, on the clock of
	 * {@link #deadline()}; several questions, of which one leads to the next, share one
	 * @throws WrongAnswerException if there is none, or it breaks off or comes too late
	 */
	Answer ask(String method, URI address, Map<String, String> fields, byte @Nullable [] body, long deadline)
			throws WrongAnswerException {
		HttpUriRequestBase request = new HttpUriRequestBase(method, address);
		fields.forEach(request::addHeader);
		if (body != null) {
			request.setEntity(new ByteArrayEntity(body, FORM));
		}
		// Timeouts are about each silence, and a server may well drip.
		CompletableFuture<Void> late = new CompletableFuture<Void>().completeOnTimeout(null,
				deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
		CompletableFuture<Void> _ = late.thenRunAsync(request::cancel);
		try {
			return execute(request);
		}
		catch (IOException ex) {
			throw late.isDone()
					? new WrongAnswerException(Failure.TOO_LATE,
							"%s %s (it was not whole after %d ms)".formatted(method, address, this.patience.toMillis()))
					: new WrongAnswerException(kind(ex),
							"%s %s (%s)".formatted(method, address, Objects.toString(ex.getMessage(), ex.toString())));
		}
		finally {
			late.cancel(false);
		}
	}

	/**
	 * A server may close a connection that was kept just when something is asked on it;
	 * what does no harm twice is asked again then (RFC 9112, section 9.3.1), as by every
	 * browser.
	 */
	private Answer execute(HttpUriRequestBase request) throws IOException {
		try {
			return this.client.execute(request, Client::read);
		}
		catch (NoHttpResponseException ex) {
			if (!request.getMethod().equals("GET")) {
				throw ex;
			}
			this.again.run();
			return this.client.execute(request, Client::read);
		}
	}

	private static Answer read(ClassicHttpResponse response) throws IOException {
		Map<String, List<String>> fields = new HashMap<>();
		for (Header header : response.getHeaders()) {
			fields.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), (any) -> new ArrayList<>())
				.add(header.getValue());
		}
		HttpEntity entity = response.getEntity();
		byte[] body = new byte[0];
		if (entity != null) {
			try (InputStream content = entity.getContent()) {
				body = content.readNBytes(LONGEST_BODY + 1);
			}
			if (body.length > LONGEST_BODY) {
				throw new IOException("its body is longer than %d bytes".formatted(LONGEST_BODY));
			}
		}
		return new Answer(response.getCode(), fields, body);
	}

	private static Failure kind(IOException problem) {
		return switch (problem) {
			case ConnectException _, NoRouteToHostException _, UnknownHostException _ -> Failure.UNREACHABLE;
			case SocketTimeoutException _ -> Failure.TOO_LATE;
			case InterruptedIOException _ -> Failure.TOO_LATE;
			default -> Failure.BROKEN_OFF;
		};
	}

	@Override
	public void close() {
		this.client.close(CloseMode.IMMEDIATE);
	}

	/**
	 * Looks names up anew for each connection, and believes no address that is far away.
	 */
	private static final class NearbyNames implements DnsResolver {

		@Override
		public InetAddress[] resolve(String host) throws UnknownHostException {
			return Target.near(host);
		}

		@Override
		public String resolveCanonicalHostname(String host) {
			return host;
		}

	}

}
