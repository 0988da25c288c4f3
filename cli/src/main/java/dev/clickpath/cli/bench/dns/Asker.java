package dev.clickpath.cli.bench.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PortUnreachableException;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.clickpath.cli.Problem;
import dev.clickpath.cli.bench.Load;

/**
 * Many clients in one thread, each with a few questions under way, that look into every
 * answer. Whatever is not answered within a second counts as lost and is asked again.
 */
final class Asker {

	private static final int UNDER_WAY = 4;

	private static final int LARGEST = 2_048;

	private static final long PATIENCE_NANOS = 1_000_000_000;

	private static final long LOOK_MILLIS = 50;

	private static final int NANOS_A_MICRO = 1_000;

	/** Times are told apart in tens of microseconds. */
	private static final int MICROS_A_STEP = 10;

	private static final int STEPS = 100_000;

	private final List<Question> questions = Question.mix();

	private final List<ByteBuffer> messages = this.questions.stream().map(Question::message).toList();

	private final ByteBuffer datagram = ByteBuffer.allocateDirect(LARGEST);

	private final int[] times = new int[STEPS + 1];

	private long answers;

	private long wrong;

	private long lost;

	private int next;

	private Asker() {
	}

	/**
	 * Asks a server of this machine as fast as it answers.
	 */
	static Load ask(int port, int clients, Duration duration) {
		return new Asker().run(port, clients, duration);
	}

	private Load run(int port, int clients, Duration duration) {
		List<Client> all = new ArrayList<>();
		try (Selector selector = Selector.open()) {
			for (int i = 0; i < clients; i++) {
				all.add(new Client(port, selector));
			}
			long start = System.nanoTime();
			for (Client client : all) {
				client.begin();
			}
			long now = start;
			long look = start;
			while (now - start < duration.toNanos()) {
				selector.select((key) -> ((Client) key.attachment()).read(), LOOK_MILLIS);
				now = System.nanoTime();
				if (now - look > PATIENCE_NANOS / 10) {
					look = now;
					all.forEach(Client::repeat);
				}
			}
			return new Load(this.answers, (now - start) / NANOS_A_MICRO, percentile(0.5), percentile(0.99), this.wrong,
					this.lost);
		}
		catch (IOException ex) {
			throw new Problem("The name server at port %d cannot be asked; run it again.".formatted(port), ex);
		}
		finally {
			all.forEach(Client::close);
		}
	}

	private long percentile(double share) {
		long rank = Math.max(1, (long) Math.ceil(this.answers * share));
		long seen = 0;
		for (int step = 0; step <= STEPS; step++) {
			seen += this.times[step];
			if (seen >= rank) {
				return (long) (step + 1) * MICROS_A_STEP;
			}
		}
		return 0;
	}

	/**
	 * One client with an address of its own.
	 */
	private final class Client implements AutoCloseable {

		private final DatagramChannel channel;

		private final long[] sent = new long[UNDER_WAY];

		private final int[] ids = new int[UNDER_WAY];

		private final int[] asked = new int[UNDER_WAY];

		private int count;

		Client(int port, Selector selector) throws IOException {
			this.channel = DatagramChannel.open();
			this.channel.configureBlocking(false);
			this.channel.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
			this.channel.register(selector, SelectionKey.OP_READ, this);
		}

		void begin() {
			for (int slot = 0; slot < UNDER_WAY; slot++) {
				ask(slot);
			}
		}

		/** An id is told by its place, and by how often that was used. */
		private void ask(int slot) {
			Asker asker = Asker.this;
			asker.next = (asker.next + 1) % asker.questions.size();
			this.count++;
			this.asked[slot] = asker.next;
			this.ids[slot] = (this.count * UNDER_WAY + slot) & 0xFFFF;
			ByteBuffer message = asker.messages.get(asker.next);
			message.putShort(0, (short) this.ids[slot]);
			this.sent[slot] = System.nanoTime();
			try {
				this.channel.write(message.rewind());
			}
			catch (IOException ex) {
				// It counts as lost when its time is over.
			}
		}

		void read() {
			Asker asker = Asker.this;
			try {
				while (this.channel.read(asker.datagram.clear()) > 0) {
					take(asker.datagram.flip());
				}
			}
			catch (PortUnreachableException ex) {
				// Nobody is there now: what was asked is lost.
			}
			catch (IOException ex) {
				asker.wrong++;
			}
		}

		/** What comes late was given up before. */
		private void take(ByteBuffer answer) {
			int id = (answer.limit() < Short.BYTES) ? -1 : Short.toUnsignedInt(answer.getShort(0));
			int slot = id & (UNDER_WAY - 1);
			if (id != this.ids[slot]) {
				return;
			}
			Asker asker = Asker.this;
			if (asker.questions.get(this.asked[slot]).isAnsweredBy(answer)) {
				long micros = (System.nanoTime() - this.sent[slot]) / NANOS_A_MICRO;
				asker.times[(int) Math.min(STEPS, micros / MICROS_A_STEP)]++;
				asker.answers++;
			}
			else {
				asker.wrong++;
			}
			ask(slot);
		}

		void repeat() {
			long now = System.nanoTime();
			for (int slot = 0; slot < UNDER_WAY; slot++) {
				if (now - this.sent[slot] > PATIENCE_NANOS) {
					Asker.this.lost++;
					ask(slot);
				}
			}
		}

		@Override
		public void close() {
			try {
				this.channel.close();
			}
			catch (IOException ex) {
				// It is gone then.
			}
		}

	}

}
