package dev.clickpath.edge.proxying;

import java.util.concurrent.TimeUnit;

import dev.clickpath.edge.tls.Identity;
import dev.clickpath.edge.tls.TlsSettings;
import io.netty.handler.codec.quic.QuicServerCodecBuilder;
import io.vertx.core.http.Http2Settings;
import io.vertx.core.http.Http3Settings;
import io.vertx.core.http.HttpServerOptions;

/**
 * How much a client may send at once, on either port.
 */
final class ServerSettings {

	static final int MOST_STREAMS = 100;

	/** For settings and compression three; some browsers add one that means nothing. */
	private static final int MOST_ONE_WAY_STREAMS = 8;

	/** What Netty reads at once. */
	private static final int LARGEST_DATAGRAM = 2_048;

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

	/**
	 * HTTP/3: as much as with HTTP/2. No table of fields is kept for a client, and no
	 * request waits for one (RFC 9204, section 7.3).
	 */
	static Http3Settings http3() {
		return new Http3Settings().setMaxFieldSectionSize(LARGEST_HEADER);
	}

	/**
	 * QUIC, for HTTP/3. The windows are what it begins with; they grow with what is taken
	 * from them.
	 */
	static QuicServerCodecBuilder quic(EdgeProperties properties) {
		return new QuicServerCodecBuilder().maxIdleTimeout(properties.idleTimeout().toMillis(), TimeUnit.MILLISECONDS)
			.initialMaxData(CONNECTION_WINDOW)
			.initialMaxStreamDataBidirectionalRemote(STREAM_WINDOW)
			.initialMaxStreamDataUnidirectional(LARGEST_HEADER)
			.initialMaxStreamsBidirectional(MOST_STREAMS)
			.initialMaxStreamsUnidirectional(MOST_ONE_WAY_STREAMS)
			.maxRecvUdpPayloadSize(LARGEST_DATAGRAM)
			.activeMigration(false);
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
