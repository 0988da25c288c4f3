package dev.clickpath.defaults.timing;

import java.io.IOException;
import java.util.List;

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
		if (!timing.isListening()) {
			return execution.execute(request, body);
		}
		long start = System.nanoTime();
		try {
			ClientHttpResponse response = execution.execute(request, body);
			timing.call(this.service, start,
					"path=" + beginning(request.getURI().getRawPath()) + "; status=" + response.getStatusCode().value(),
					response.getHeaders().getOrEmpty(ServerTiming.HEADER));
			return response;
		}
		catch (IOException ex) {
			timing.call(this.service, start, "path=" + beginning(request.getURI().getRawPath()) + "; failed",
					List.of());
			throw ex;
		}
	}

	/** Of the path its first segment: what follows may be a visitor. */
	private static String beginning(String path) {
		int end = path.indexOf('/', 1);
		return (end < 0) ? path : path.substring(0, end);
	}

}
