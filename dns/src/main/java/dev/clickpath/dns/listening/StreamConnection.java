package dev.clickpath.dns.listening;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;

import dev.clickpath.dns.answering.Reply;
import dev.clickpath.dns.answering.Request;
import dev.clickpath.dns.answering.RequestReader;
import dev.clickpath.dns.answering.Responder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One client that comes by TCP. It may ask as often as it likes without waiting for
 * answers; they are sent together once there is no further question at hand, and in the
 * order of the questions.
 */
final class StreamConnection implements AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(StreamConnection.class);

	/** No question is that long; whoever announces more is not asking one. */
	private static final int LARGEST = 4096;

	private final Socket socket;

	private final InetAddress client;

	private final Responder responder;

	private final ListeningProperties properties;

	private final Tally tally;

	/** Past it, the listener closes the connection, whatever it is waiting for. */
	private volatile long deadline;

	StreamConnection(Socket socket, Responder responder, ListeningProperties properties, Tally tally) {
		this.socket = socket;
		this.client = socket.getInetAddress();
		this.responder = responder;
		this.properties = properties;
		this.tally = tally;
		within(properties.idleTimeout());
	}

	InetAddress client() {
		return this.client;
	}

	long deadline() {
		return this.deadline;
	}

	/**
	 * Answers until the client goes or has to.
	 */
	void serve() {
		try {
			this.socket.setTcpNoDelay(true);
			DataInputStream in = new DataInputStream(new BufferedInputStream(this.socket.getInputStream(), LARGEST));
			DataOutputStream out = new DataOutputStream(
					new BufferedOutputStream(this.socket.getOutputStream(), LARGEST));
			while (answer(in, out)) {
				if (!isQuestionAtHand(in)) {
					within(this.properties.messageTimeout());
					out.flush();
				}
				within(this.properties.idleTimeout());
			}
			end(in, out);
		}
		catch (EOFException ex) {
			// The usual end.
		}
		catch (IOException ex) {
			logger.debug("{} went away: {}", this.client, ex.toString());
		}
		catch (RuntimeException ex) {
			this.tally.broken();
			logger.error("A question could not be answered", ex);
		}
	}

	/**
	 * Sends what has been answered before. Whatever has come unread would make of the end
	 * a reset, which may overtake the answers.
	 */
	private void end(DataInputStream in, DataOutputStream out) throws IOException {
		within(this.properties.messageTimeout());
		out.flush();
		this.socket.shutdownOutput();
		int unread = in.available();
		while (unread > 0 && in.skip(unread) > 0) {
			unread = in.available();
		}
	}

	/** Half a question may never become a whole one. */
	private static boolean isQuestionAtHand(DataInputStream in) throws IOException {
		if (in.available() < Short.BYTES) {
			return false;
		}
		in.mark(Short.BYTES);
		int length = in.readUnsignedShort();
		in.reset();
		return in.available() >= Short.BYTES + length;
	}

	/** Tells whether to go on. */
	private boolean answer(DataInputStream in, DataOutputStream out) throws IOException {
		int first = in.readUnsignedByte();
		within(this.properties.messageTimeout());
		int length = first << Byte.SIZE | in.readUnsignedByte();
		if (length > LARGEST) {
			this.tally.noise();
			return false;
		}
		byte[] message = new byte[length];
		in.readFully(message);
		Request request = RequestReader.read(ByteBuffer.wrap(message));
		Reply answer = this.responder.whole(request, this.client);
		if (answer == null) {
			this.tally.noise();
			return false;
		}
		out.writeShort(answer.wire().length);
		out.write(answer.wire());
		this.tally.stream(answer);
		return true;
	}

	private void within(Duration time) {
		this.deadline = System.nanoTime() + time.toNanos();
	}

	@Override
	public void close() {
		try {
			this.socket.close();
		}
		catch (IOException ex) {
			logger.debug("Closing", ex);
		}
	}

}
