package dev.clickpath.defaults.timing;

import java.io.IOException;
import java.time.Duration;

import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;

/**
 * Tells how long calls to another service took, up to the headers of its answer, and what
 * that service told of itself.
 */
public final class ServerTimingInterceptor implements ClientHttpRequestInterceptor {

	private final String service;

	/**
	 * @param service the short name of the service called, an HTTP token: {@code catalog}
	 */
	public ServerTimingInterceptor(String service) {
		this.service = service;
	}

	@Override
	public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
			throws IOException {
		ServerTiming timing = ServerTiming.current();
		long start = System.nanoTime();
		try {
			ClientHttpResponse response = execution.execute(request, body);
			timing.addAllFrom(this.service, response.getHeaders().getFirst(ServerTiming.HEADER));
			return response;
		}
		finally {
			timing.add(this.service, Duration.ofNanos(System.nanoTime() - start));
		}
	}

}
