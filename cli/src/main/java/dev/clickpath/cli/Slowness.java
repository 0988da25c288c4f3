package dev.clickpath.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.clickpath.cli.house.House;

/**
 * Has the catalogue take longer over everything for a while.
 */
final class Slowness {

	private static final int TIMEOUT_MILLIS = 2_000;

	private Slowness() {
	}

	/**
	 * Asks for it, and tells whether it was granted.
	 */
	static boolean ask(House house, Duration delay, Duration lasting) {
		try {
			HttpURLConnection connection = (HttpURLConnection) URI.create(house.catalogDelay())
				.toURL()
				.openConnection();
			connection.setConnectTimeout(TIMEOUT_MILLIS);
			connection.setReadTimeout(TIMEOUT_MILLIS);
			connection.setRequestMethod("POST");
			connection.setRequestProperty("Content-Type", "application/json");
			connection.setDoOutput(true);
			try (OutputStream body = connection.getOutputStream()) {
				body.write("{\"millis\":%d,\"seconds\":%d}".formatted(delay.toMillis(), lasting.toSeconds())
					.getBytes(StandardCharsets.UTF_8));
			}
			return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
