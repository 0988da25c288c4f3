package dev.clickpath.gateway.listening;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.jspecify.annotations.Nullable;

/**
 * Stands before Netty's decoder on a connection that speaks HTTP/1.1 and lets through
 * what it has understood itself: whole heads, then their bodies, one request at a time.
 * What does not keep the rules is answered once and ends the connection.
 */
final class StrictRequestDecoder extends ByteToMessageDecoder {

	static final int LONGEST_LINE = 8 * 1024;

	static final int LARGEST_HEAD = 16 * 1024;

	static final int MOST_FIELDS = 100;

	private static final Refusal LINE_TOO_LONG = new Refusal(HttpResponseStatus.REQUEST_URI_TOO_LONG,
			"The request line is too long");

	private static final Refusal HEAD_TOO_LARGE = new Refusal(HttpResponseStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
			"The head of the request is too large");

	private static final Refusal BODY_TOO_LARGE = new Refusal(HttpResponseStatus.REQUEST_ENTITY_TOO_LARGE,
			"The body of the request is too large");

	private static final Refusal TOO_SLOW = new Refusal(HttpResponseStatus.REQUEST_TIMEOUT,
			"The head of the request took too long");

	private static final Refusal BARE_LINE_FEED = Refusal.badRequest("A line has no proper end");

	private enum State {

		HEAD, FIXED, CHUNKED, TUNNEL, REFUSED

	}

	private static final Refusal BODY_TOO_SLOW = new Refusal(HttpResponseStatus.REQUEST_TIMEOUT,
			"The body of the request took too long");

	private final ListeningProperties properties;

	private final long longestBody;

	private final AnswerWatch answers = new AnswerWatch(this);

	private State state = State.HEAD;

	private RequestHead head = new RequestHead();

	private ChunkedBody chunks = new ChunkedBody();

	/** How much of the head at hand has been looked at. */
	private int looked;

	private int lines;

	private boolean afterEmptyLine;

	private long left;

	private @Nullable Future<?> timeout;

	private @Nullable Future<?> bodyTimeout;

	private @Nullable Pace pace;

	private @Nullable ChannelHandlerContext context;

	StrictRequestDecoder(ListeningProperties properties) {
		this.properties = properties;
		this.longestBody = properties.maxRequestBody().toBytes();
	}

	/**
	 * The other half, which stands behind Netty's codec.
	 */
	AnswerWatch answers() {
		return this.answers;
	}

	@Override
	public void handlerAdded(ChannelHandlerContext context) {
		this.context = context;
	}

	@Override
	protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
		switch (this.state) {
			case HEAD -> {
				if (!this.answers.isUnderWay()) {
					head(context, in, out);
				}
			}
			case FIXED -> {
				int length = (int) Math.min(this.left, in.readableBytes());
				this.left -= length;
				if (this.left == 0) {
					begin();
				}
				out.add(in.readRetainedSlice(length));
			}
			case CHUNKED -> chunks(context, in, out);
			case TUNNEL -> out.add(in.readRetainedSlice(in.readableBytes()));
			case REFUSED -> in.skipBytes(in.readableBytes());
		}
	}

	private void head(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
		int start = in.readerIndex();
		while (true) {
			int line = start + this.looked;
			int feed = in.indexOf(line, in.writerIndex(), (byte) '\n');
			int length = ((feed < 0) ? in.writerIndex() : feed) - line;
			if (length > LONGEST_LINE || this.looked + length > LARGEST_HEAD || this.lines > MOST_FIELDS + 1) {
				refuse(context, (this.lines == 0) ? LINE_TOO_LONG : HEAD_TOO_LARGE);
				return;
			}
			if (feed < 0) {
				return;
			}
			if (length == 0 || in.getByte(feed - 1) != '\r') {
				refuse(context, BARE_LINE_FEED);
				return;
			}
			this.looked = feed + 1 - start;
			boolean empty = feed - 1 == line;
			if (empty && this.lines == 0 && !this.afterEmptyLine) {
				// RFC 9112, section 2.2: some send an empty line after a body.
				this.afterEmptyLine = true;
				in.skipBytes(2);
				this.looked = 0;
				return;
			}
			if (empty) {
				end(context, in, out);
				return;
			}
			Refusal refusal = (this.lines == 0) ? this.head.requestLine(in, line, feed - 1)
					: this.head.field(in, line, feed - 1);
			if (refusal != null) {
				refuse(context, refusal);
				return;
			}
			this.lines++;
		}
	}

	private void end(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
		Refusal refusal = this.head.complete();
		if (refusal == null && this.head.bodyLength() > this.longestBody) {
			refusal = BODY_TOO_LARGE;
		}
		if (refusal != null) {
			refuse(context, refusal);
			return;
		}
		this.left = this.head.bodyLength();
		ByteBuf head = in.readRetainedSlice(this.looked);
		begin();
		if (this.left > 0) {
			this.state = State.FIXED;
		}
		else if (this.left == RequestHead.CHUNKED) {
			this.chunks = new ChunkedBody();
			this.state = State.CHUNKED;
		}
		this.answers.begin();
		out.add(head);
	}

	/** From here on, the next head is waited for. */
	private void begin() {
		this.state = State.HEAD;
		this.head = new RequestHead();
		this.looked = 0;
		this.lines = 0;
		this.afterEmptyLine = false;
	}

	private void chunks(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
		int passable = this.chunks.passable(in);
		Refusal refusal = this.chunks.refusal();
		if (refusal == null && this.chunks.length() > this.longestBody) {
			refusal = BODY_TOO_LARGE;
		}
		if (refusal != null) {
			refuse(context, refusal);
			return;
		}
		if (this.chunks.isOver()) {
			begin();
		}
		if (passable > 0) {
			out.add(in.readRetainedSlice(passable));
		}
	}

	@Override
	public void channelReadComplete(ChannelHandlerContext context) throws Exception {
		watchHead(context);
		watchBody(context);
		if (isHolding()) {
			// The next request is here already; reading on would only fill the memory.
			discardSomeReadBytes();
			context.fireChannelReadComplete();
			return;
		}
		super.channelReadComplete(context);
	}

	/** A head that came in one piece, as nearly all do, needs no timer. */
	private void watchHead(ChannelHandlerContext context) {
		boolean inHead = this.state == State.HEAD && this.looked + actualReadableBytes() > 0 && !isHolding();
		if (!inHead && this.timeout != null) {
			this.timeout.cancel(false);
			this.timeout = null;
		}
		else if (inHead && this.timeout == null) {
			this.timeout = context.executor()
				.schedule(() -> refuse(context, TOO_SLOW), this.properties.headTimeout().toMillis(),
						TimeUnit.MILLISECONDS);
		}
	}

	/** Most bodies come in one piece, too. */
	private void watchBody(ChannelHandlerContext context) {
		if (this.state != State.FIXED && this.state != State.CHUNKED) {
			this.pace = null;
		}
		else if (this.pace == null) {
			this.pace = new Pace(this.properties, System.nanoTime());
			checkBodyLater(context, this.pace);
		}
		else {
			this.pace.step(System.nanoTime());
		}
	}

	private void checkBodyLater(ChannelHandlerContext context, Pace watched) {
		this.bodyTimeout = context.executor().schedule(() -> {
			if (this.pace == watched) {
				if (!context.channel().config().isAutoRead()) {
					// Who behind is slow to take a body is not the client's fault.
					watched.excuse(System.nanoTime());
				}
				if (watched.isTooSlow(System.nanoTime())) {
					refuse(context, BODY_TOO_SLOW);
				}
				else {
					checkBodyLater(context, watched);
				}
			}
		}, this.properties.readTimeout().toMillis(), TimeUnit.MILLISECONDS);
	}

	/** Whether octets wait for the answer under way to end. */
	boolean isHolding() {
		return this.state == State.HEAD && this.answers.isUnderWay() && actualReadableBytes() > 0;
	}

	/**
	 * An answer has ended: what was held back comes next, once whoever wrote the answer
	 * is done with it.
	 */
	void goOn() {
		ChannelHandlerContext context = this.context;
		if (context != null && this.state == State.HEAD && actualReadableBytes() > 0) {
			context.executor().execute(() -> goOn(context));
		}
	}

	private void goOn(ChannelHandlerContext context) {
		if (!context.isRemoved()) {
			try {
				channelRead(context, Unpooled.EMPTY_BUFFER);
				channelReadComplete(context);
			}
			catch (Exception ex) {
				context.fireExceptionCaught(ex);
			}
		}
	}

	/**
	 * From here on other things than HTTP are spoken.
	 */
	void becomeTunnel() {
		this.state = State.TUNNEL;
	}

	private void refuse(ChannelHandlerContext context, Refusal refusal) {
		if (this.state == State.REFUSED) {
			return;
		}
		boolean answered = this.state != State.HEAD && !this.answers.isUnderWay();
		boolean silent = answered || this.answers.isBegun();
		this.state = State.REFUSED;
		this.answers.end();
		LastWords.say(context, silent ? Unpooled.EMPTY_BUFFER : refusal.answer());
	}

	@Override
	protected void handlerRemoved0(ChannelHandlerContext context) {
		if (this.timeout != null) {
			this.timeout.cancel(false);
		}
		if (this.bodyTimeout != null) {
			this.bodyTimeout.cancel(false);
		}
	}

}
