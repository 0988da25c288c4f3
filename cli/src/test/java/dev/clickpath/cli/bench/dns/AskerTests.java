package dev.clickpath.cli.bench.dns;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.function.UnaryOperator;

import dev.clickpath.cli.bench.Load;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AskerTests {

	private static final Duration A_MOMENT = Duration.ofMillis(300);

	@Test
	void countsRightAnswersAndHowLongTheyTook() throws IOException {
		Load load = ask((question) -> answer(question, 0));
		assertThat(load.requests()).isPositive();
		assertThat(load.errors()).isZero();
		assertThat(load.p50Micros()).isPositive().isLessThanOrEqualTo(load.p99Micros());
	}

	@Test
	void noticesWrongAnswers() throws IOException {
		Load load = ask((question) -> answer(question, 2));
		assertThat(load.requests()).isZero();
		assertThat(load.wrong()).isPositive();
	}

	@Test
	void aServerThatIsNotThereHasNoAnswers() {
		assertThat(Asker.ask(1, 2, A_MOMENT).requests()).isZero();
	}

	@Test
	void knowsAnAnswerByItsFlagsAndItsRecords() {
		Question question = new Question("www.clickpath.test", 1, 3, 0);
		ByteBuffer answer = ByteBuffer.allocate(20).putShort(2, (short) 0x8403).putShort(4, (short) 1);
		assertThat(question.isAnsweredBy(answer)).isTrue();
		assertThat(question.isAnsweredBy(answer.putShort(2, (short) 0x8603))).as("truncated").isFalse();
		assertThat(question.isAnsweredBy(answer.putShort(2, (short) 0x0403))).as("a question").isFalse();
		assertThat(question.isAnsweredBy(answer.putShort(2, (short) 0x8403).putShort(6, (short) 1))).isFalse();
	}

	/** A server that finds the question in its list and answers as that wants. */
	private static ByteBuffer answer(ByteBuffer question, int more) {
		Question asked = Question.mix().stream().filter((each) -> isSame(each, question)).findFirst().orElseThrow();
		return question.putShort(2, (short) (0x8400 | asked.rcode())).putShort(6, (short) (asked.records() + more));
	}

	private static boolean isSame(Question question, ByteBuffer message) {
		return question.message().putShort(0, message.getShort(0)).equals(message);
	}

	private static Load ask(UnaryOperator<ByteBuffer> server) throws IOException {
		try (DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
			Thread answering = Thread.ofVirtual().start(() -> {
				DatagramPacket packet = new DatagramPacket(new byte[512], 512);
				try {
					while (true) {
						packet.setLength(512);
						socket.receive(packet);
						ByteBuffer _ = server.apply(ByteBuffer.wrap(packet.getData(), 0, packet.getLength()).slice());
						socket.send(packet);
					}
				}
				catch (IOException ex) {
					// It was closed: the test is over.
				}
			});
			assertThat(answering.isAlive()).isTrue();
			return Asker.ask(socket.getLocalPort(), 2, A_MOMENT);
		}
	}

}
