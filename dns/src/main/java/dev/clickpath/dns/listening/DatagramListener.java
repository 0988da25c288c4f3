package dev.clickpath.dns.listening;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

import dev.clickpath.dns.answering.Reply;
import dev.clickpath.dns.answering.Request;
import dev.clickpath.dns.answering.RequestReader;
import dev.clickpath.dns.answering.Responder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One thread that takes datagrams and answers them, one after another: an answer takes
 * microseconds, less than handing it to somebody else would.
 */
final class DatagramListener implements Listener {

	private static final Logger logger = LoggerFactory.getLogger(DatagramListener.class);

	/** No question is that long; what is cut here is malformed. */
	private static final int LARGEST = 4096;

	/**
	 * What comes from there is no client but a service that answers whatever it is sent,
	 * in somebody else's name: the two would keep each other busy for ever (echo,
	 * discard, daytime, qotd, chargen, time).
	 */
	private static final Set<Integer> NEVER_CLIENTS = Set.of(0, 7, 9, 13, 17, 19, 37);

	private static final long PAUSE_NANOS = 10_000_000;

	private final DatagramChannel channel;

	private final Responder responder;

	private final ResponseRate rate;

	private final Tally tally;

	DatagramListener(DatagramChannel channel, Responder responder, ResponseRate rate, Tally tally) {
		this.channel = channel;
		this.responder = responder;
		this.rate = rate;
		this.tally = tally;
	}

	/**
	 * Whatever a question does is no reason not to take the next one: the kernel goes on
	 * dealing clients out to this socket as long as it is open.
	 */
	@Override
	public void listen() {
		try {
			ByteBuffer datagram = ByteBuffer.allocateDirect(LARGEST);
			while (this.channel.isOpen()) {
				takeOne(datagram);
			}
		}
		finally {
			close();
		}
	}

	private void takeOne(ByteBuffer datagram) {
		try {
			datagram.clear();
			InetSocketAddress client = (InetSocketAddress) this.channel.receive(datagram);
			answer(datagram.flip(), client);
		}
		catch (ClosedChannelException ex) {
			// There is nothing more to take.
		}
		catch (IOException ex) {
			logger.warn("A datagram could not be taken: {}", ex.toString());
			LockSupport.parkNanos(PAUSE_NANOS);
		}
		catch (RuntimeException | Error ex) {
			this.tally.broken();
			logger.error("A question could not be answered", ex);
		}
	}

	private void answer(ByteBuffer datagram, InetSocketAddress client) throws ClosedChannelException {
		Request request = RequestReader.read(datagram);
		if (request instanceof Request.Noise || NEVER_CLIENTS.contains(client.getPort())
				|| client.getAddress().isMulticastAddress()) {
			this.tally.noise();
			return;
		}
		switch (this.rate.decide(client.getAddress())) {
			case SEND -> send(this.responder.datagram(request, client.getAddress()), client, this.tally::datagram);
			case COME_BY_STREAM -> send(this.responder.comeByStream(request), client, (advice) -> this.tally.slipped());
			case DROP -> this.tally.dropped();
		}
	}

	/** That one client cannot be reached is no reason to leave the others alone. */
	private void send(@Nullable Reply answer, InetSocketAddress client, Consumer<Reply> count)
			throws ClosedChannelException {
		if (answer == null) {
			this.tally.dropped();
			return;
		}
		try {
			if (this.channel.send(ByteBuffer.wrap(answer.wire()), client) > 0) {
				count.accept(answer);
				return;
			}
		}
		catch (ClosedChannelException ex) {
			throw ex;
		}
		catch (IOException ex) {
			logger.debug("No answer can be sent to {}: {}", client, ex.toString());
		}
		this.tally.unsent();
	}

	@Override
	public void close() {
		try {
			this.channel.close();
		}
		catch (IOException ex) {
			logger.debug("Closing", ex);
		}
	}

}
