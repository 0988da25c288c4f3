package dev.clickpath.cli.supervision;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.function.LongPredicate;

/**
 * A service is ready when its readiness probe answers 200.
 *
 * @param probe the address to ask
 */
public record HttpReadiness(URI probe) implements LongPredicate {

	private static final int TIMEOUT_MILLIS = 2_000;

	/**
	 * The probe at that management port.
	 */
	public static HttpReadiness at(int managementPort) {
		return new HttpReadiness(URI.create("http://127.0.0.1:%d/actuator/health/readiness".formatted(managementPort)));
	}

	@Override
	public boolean test(long pid) {
		try {
			HttpURLConnection connection = (HttpURLConnection) this.probe.toURL().openConnection();
			connection.setConnectTimeout(TIMEOUT_MILLIS);
			connection.setReadTimeout(TIMEOUT_MILLIS);
			try {
				return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
			}
			finally {
				connection.disconnect();
			}
		}
		catch (IOException ex) {
			return false;
		}
	}

}
