package dev.clickpath.edge.proxying;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import dev.clickpath.edge.tls.QuicTls;
import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.handler.codec.quic.QuicChannel;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.QueryParamDecoderConfig;
import io.vertx.core.http.impl.HttpServerRequestImpl;
import io.vertx.core.http.impl.HttpServerStream;
import io.vertx.core.http.impl.http3.Http3ServerConnection;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.internal.VertxInternal;
import io.vertx.core.internal.http.QueryParamDecoder;
import io.vertx.core.internal.net.QuicConnectionInternal;
import io.vertx.core.net.QuicConnection;
import io.vertx.core.net.SocketAddress;
import io.vertx.core.net.impl.quic.QuicConnectionHandler;
import org.jspecify.annotations.Nullable;

/**
 * Listens for HTTP/3, on one event loop. Streams, requests and answers are Vert.x's; its
 * server is not, which takes no other tokens than its own, counts no connection before it
 * has shaken hands and has no place to look at a request before it does.
 */
final class Http3Verticle extends VerticleBase {

	private static final Duration DRAIN = Duration.ofSeconds(4);

	private static final Duration HANDSHAKE = Duration.ofSeconds(10);

	private static final QueryParamDecoder QUERIES = new QueryParamDecoder(new QueryParamDecoderConfig());

	private final String address;

	private final int port;

	private final QuicTls tls;

	private final Handler<HttpServerRequest> handler;

	private final Connections connections;

	private final EdgeProperties properties;

	private final InstantSource clock;

	private final DatagramGuard datagrams = new DatagramGuard();

	private @Nullable Channel channel;

	private @Nullable ChannelGroup open;

	private boolean leaving;

	Http3Verticle(String address, int port, QuicTls tls, Handler<HttpServerRequest> handler, Connections connections,
			EdgeProperties properties, InstantSource clock) {
		this.address = address;
		this.port = port;
		this.tls = tls;
		this.handler = handler;
		this.connections = connections;
		this.properties = properties;
		this.clock = clock;
	}

	@Override
	public Future<?> start() {
		ContextInternal eventLoop = (ContextInternal) this.context;
		Promise<Void> bound = eventLoop.promise();
		this.open = new DefaultChannelGroup(eventLoop.nettyEventLoop());
		ChannelFuture binding = new Bootstrap().group(eventLoop.nettyEventLoop())
			.channelFactory(((VertxInternal) this.vertx).transport().datagramChannelFactory())
			.handler(new ChannelInitializer<>() {

				@Override
				protected void initChannel(Channel datagrams) {
					datagrams.pipeline().addLast(Http3Verticle.this.datagrams, quic(eventLoop));
				}

			})
			.bind(this.address, this.port);
		this.channel = binding.channel();
		binding.addListener((done) -> bound.complete(null, done.cause()));
		return bound.future();
	}

	private ChannelHandler quic(ContextInternal eventLoop) {
		return ServerSettings.quic(this.properties)
			.tokenHandler(new AddressTokens(this.clock))
			.sslEngineProvider((connection) -> this.tls.engine(connection.alloc()))
			.handler(new ChannelInitializer<QuicChannel>() {

				@Override
				protected void initChannel(QuicChannel connection) {
					begin(connection, eventLoop);
				}

			})
			.build();
	}

	private void begin(QuicChannel connection, ContextInternal eventLoop) {
		if (this.leaving || !this.connections.admit(connection)) {
			ChannelFuture _ = connection.close();
			return;
		}
		InetSocketAddress from = (InetSocketAddress) Objects.requireNonNull(connection.remoteSocketAddress());
		this.datagrams.admit(connection, from);
		boolean _ = Objects.requireNonNull(this.open).add(connection);
		io.netty.util.concurrent.Future<?> timeout = connection.eventLoop()
			.schedule(() -> closeUnlessActive(connection), HANDSHAKE.toMillis(), TimeUnit.MILLISECONDS);
		connection.closeFuture().addListener((closed) -> timeout.cancel(false));
		SocketAddress client = ((VertxInternal) this.vertx).transport().convert(from);
		connection.pipeline()
			.addLast("handler", new QuicConnectionHandler(eventLoop, null, null, null, null, null, 0, 0, client, true,
					(established, failure) -> {
						if (established != null) {
							eventLoop.dispatch(established, this::speak);
						}
					}));
	}

	private static void closeUnlessActive(QuicChannel connection) {
		if (!connection.isActive()) {
			ChannelFuture _ = connection.close();
		}
	}

	/** The connection has shaken hands. */
	private void speak(QuicConnection transport) {
		QuicConnectionInternal connection = (QuicConnectionInternal) transport;
		if (!QuicTls.PROTOCOL.equals(connection.applicationLayerProtocol())) {
			ChannelFuture _ = connection.channelHandlerContext().close();
			return;
		}
		Http3ServerConnection http3 = new Http3ServerConnection(connection, ServerSettings.http3(), null, null);
		http3.init();
		connection.channelHandlerContext()
			.pipeline()
			.addBefore("handler", "strict", new StrictQuicConnection(this.properties));
		String origin = "https://" + connection.localAddress();
		http3.streamHandler((stream) -> request(stream, origin));
	}

	private void request(HttpServerStream stream, String origin) {
		// Forms are not read here.
		new HttpServerRequestImpl(this.handler, stream, stream.context(), true, 0, 0, 0, QUERIES, origin).init();
	}

	/**
	 * Takes no new connections and requests, and lets answers that are under way end.
	 */
	@Override
	public Future<?> stop() {
		Channel port = this.channel;
		ChannelGroup connected = this.open;
		if (port == null || connected == null) {
			return Future.succeededFuture();
		}
		this.leaving = true;
		List.copyOf(connected).forEach(StrictQuicConnection::leave);
		Promise<Void> closed = Promise.promise();
		port.closeFuture().addListener((done) -> closed.complete());
		connected.newCloseFuture().addListener((gone) -> close(port));
		io.netty.util.concurrent.Future<?> _ = port.eventLoop()
			.schedule(() -> close(port), DRAIN.toMillis(), TimeUnit.MILLISECONDS);
		return closed.future();
	}

	private static void close(Channel port) {
		ChannelFuture _ = port.close();
	}

}
