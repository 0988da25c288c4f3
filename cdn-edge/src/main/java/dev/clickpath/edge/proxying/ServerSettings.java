package dev.clickpath.edge.proxying;

import java.util.concurrent.TimeUnit;

import dev.clickpath.edge.tls.Identity;
import dev.clickpath.edge.tls.TlsSettings;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.HttpServerOptions;

/**
 * How much a client may send at once, on either port.
 */
final class ServerSettings {

	private static final int MOST_STREAMS = 100;

	private static final int LARGEST_HEADER = 16 * 1024;

	private static final int LONGEST_LINE = 8 * 1024;

	/** How much of a body may be under way before the edge asks for more. */
	private static final int STREAM_WINDOW = 256 * 1024;

	private static final int CONNECTION_WINDOW = 1024 * 1024;

	private static final int RESETS = 200;

	private static final int RESETS_SECONDS = 30;

	private static final int SMALL_CONTINUATIONS = 8;

	private ServerSettings() {
	}

	static HttpServerOptions plain(ListenProperties listen, EdgeProperties properties) {
		return common(properties).setHost(listen.address()).setPort(listen.port()).setHttp2ClearTextEnabled(false);
	}

	/**
	 * HTTP/1.1 and HTTP/2 with TLS.
	 */
	static HttpServerOptions secure(ListenProperties listen, int port, Identity identity, EdgeProperties properties) {
		HttpServerOptions options = common(properties).setHost(listen.address()).setPort(port);
		TlsSettings.apply(identity, options);
		options.setInitialSettings(new Http2Settings().setMaxConcurrentStreams(MOST_STREAMS)
			.setMaxHeaderListSize(LARGEST_HEADER)
			.setInitialWindowSize(STREAM_WINDOW));
		// Rapid resets (CVE-2023-44487), asked for or provoked (CVE-2025-8671), and
		// endless
		// heads (CVE-2024-27316) end the connection.
		options.setHttp2ConnectionWindowSize(CONNECTION_WINDOW)
			.setHttp2RstFloodMaxRstFramePerWindow(RESETS)
			.setHttp2RstFloodWindowDuration(RESETS_SECONDS)
			.setHttp2RstFloodWindowDurationTimeUnit(TimeUnit.SECONDS)
			.setHttp2MaxSmallContinuationFrames(SMALL_CONTINUATIONS);
		return options;
	}

	private static HttpServerOptions common(EdgeProperties properties) {
		HttpServerOptions options = new HttpServerOptions().setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
			.setIdleTimeout((int) properties.idleTimeout().toMillis())
			.setHandle100ContinueAutomatically(true)
			.setMaxHeaderSize(LARGEST_HEADER)
			.setMaxInitialLineLength(LONGEST_LINE);
		// No WebSockets are spoken here: their handlers would only stand in the way.
		return options.setPerMessageWebSocketCompressionSupported(false)
			.setPerFrameWebSocketCompressionSupported(false);
	}

}
