package dev.clickpath.edge.proxying;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Consumer;

import dev.clickpath.edge.caching.FieldList;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.CombinedChannelDuplexHandler;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpRequestEncoder;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseDecoder;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.AttributeKey;
import io.netty.util.ReferenceCountUtil;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.net.impl.VertxConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Speaks HTTP/1.1 with an origin, as Netty's codec does, but for three things.
 * <p>
 * Interim answers are handed to whoever waits for the final one: Vert.x itself knows 100
 * and 103 only, and takes any other for the final one. An origin that sends more than it
 * announced has its connection closed: what is left over would be taken for the beginning
 * of the answer to somebody else's request. And one that says it closes its connection is
 * heard, whatever else stands on that line.
 */
final class OriginCodec extends CombinedChannelDuplexHandler<OriginCodec.Decoder, OriginCodec.Encoder> {

	private static final Logger logger = LoggerFactory.getLogger(OriginCodec.class);

	private static final AttributeKey<Consumer<Interim>> LISTENER = AttributeKey.valueOf(OriginCodec.class, "listener");

	private static final int CONTINUE = 100;

	private static final int LONGEST_LINE = 8 * 1024;

	private static final int LARGEST_HEAD = 32 * 1024;

	private OriginCodec(Queue<HttpMethod> asked) {
		super(new Decoder(asked), new Encoder(asked));
	}

	/**
	 * Takes the place of the usual codec on a new connection.
	 */
	static void install(HttpConnection connection) {
		// Without this, each answer that breaks off is logged as an error of the edge's.
		connection.exceptionHandler((failure) -> logger.debug("A connection to the origin broke off", failure));
		ChannelPipeline pipeline = channel(connection).pipeline();
		HttpClientCodec codec = pipeline.get(HttpClientCodec.class);
		if (codec != null) {
			pipeline.replace(codec, pipeline.context(codec).name(), new OriginCodec(new ArrayDeque<>()));
		}
	}

	/**
	 * Says who gets the interim answers that come next on a connection.
	 */
	static void listen(HttpConnection connection, @Nullable Consumer<Interim> listener) {
		channel(connection).attr(LISTENER).set(listener);
	}

	private static Channel channel(HttpConnection connection) {
		return ((VertxConnection) connection).channel();
	}

	/** Remembers what is asked: the answer to a {@code HEAD} has no body. */
	static final class Encoder extends HttpRequestEncoder {

		private final Queue<HttpMethod> asked;

		Encoder(Queue<HttpMethod> asked) {
			this.asked = asked;
		}

		@Override
		protected void encode(ChannelHandlerContext context, Object message, List<Object> out) throws Exception {
			if (message instanceof HttpRequest request) {
				this.asked.add(request.method());
			}
			super.encode(context, message, out);
		}

	}

	/** Reads answers. */
	static final class Decoder extends HttpResponseDecoder {

		private final Queue<HttpMethod> asked;

		private boolean interim;

		Decoder(Queue<HttpMethod> asked) {
			super(new HttpDecoderConfig().setMaxInitialLineLength(LONGEST_LINE).setMaxHeaderSize(LARGEST_HEAD));
			this.asked = asked;
		}

		@Override
		protected boolean isContentAlwaysEmpty(HttpMessage message) {
			boolean isFinal = ((HttpResponse) message).status().codeClass() != HttpStatusClass.INFORMATIONAL;
			boolean bodiless = isFinal && HttpMethod.HEAD.equals(this.asked.poll());
			return super.isContentAlwaysEmpty(message) || bodiless;
		}

		@Override
		protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) throws Exception {
			int decoded = out.size();
			super.decode(context, in, out);
			for (int i = decoded; i < out.size(); i++) {
				Object message = out.get(i);
				if (message instanceof HttpResponse response && response.decoderResult().isSuccess()) {
					this.interim = response.status().codeClass() == HttpStatusClass.INFORMATIONAL;
					if (this.interim) {
						tell(context.channel(), response);
					}
					ConnectionOptions.setCloseApart(response.headers());
				}
				if (this.interim) {
					ReferenceCountUtil.release(out.remove(i--));
				}
				else if (message instanceof LastHttpContent && in.isReadable()) {
					logger.warn("An origin sent more than it announced: its connection is closed");
					in.skipBytes(in.readableBytes());
					ChannelFuture _ = context.close();
				}
			}
		}

		private static void tell(Channel channel, HttpResponse response) {
			Consumer<Interim> listener = channel.attr(LISTENER).get();
			if (listener != null && response.status().code() > CONTINUE) {
				List<FieldList.Field> lines = new ArrayList<>();
				response.headers().forEach((line) -> lines.add(new FieldList.Field(line.getKey(), line.getValue())));
				listener.accept(new Interim(response.status().code(), new FieldList(lines)));
			}
		}

	}

}
