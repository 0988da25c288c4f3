package dev.clickpath.dns.answering;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.xbill.DNS.Type;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Packets as only an open port sees them.
 */
class FuzzTests {

	private static final int PACKETS = 60_000;

	private static final int HEADER = 12;

	private final Responder responder = Zones.responder(
			Zones.of(Zones.endpoint("a", "eu", List.of("192.0.2.1", "2001:db8::1"), "10.0.0.0/8"),
					Zones.endpoint("b", "us", List.of("192.0.2.2"), "10.1.0.0/16", "2001:db8::/48")),
			(endpoint) -> true);

	@Test
	void whateverComesNothingBreaksAndNothingIsAnsweredAtLength() {
		Random random = new Random(20_261_126);
		List<byte[]> seeds = List.of(Question.of("www.clickpath.test", Type.A).wire(),
				Question.of("cdn.clickpath.test", Type.HTTPS).upTo(1232).wire(),
				Question.of("clickpath.test", Type.NS).forClient("10.1.2.0/24").wire(),
				Question.of("clickpath.test", Type.ANY).upTo(4096).wire(),
				Question.of("nobody.gateways.clickpath.test", Type.TXT).forClient("2001:db8::/48").wire());
		int answered = 0;
		for (int i = 0; i < PACKETS; i++) {
			byte[] packet = mutated(seeds.get(random.nextInt(seeds.size())), random);
			Reply answer = this.responder.datagram(RequestReader.read(ByteBuffer.wrap(packet)), client(random));
			if (answer != null) {
				answered++;
				check(packet, answer.wire());
			}
		}
		assertThat(answered).isBetween(PACKETS / 4, PACKETS);
	}

	private static void check(byte[] packet, byte[] answer) {
		assertThat(packet.length).isGreaterThanOrEqualTo(HEADER);
		assertThat(packet[2] & 0x80).as("a response is never answered").isZero();
		assertThat(answer[2] & 0x80).isEqualTo(0x80);
		assertThat(Arrays.copyOf(answer, 2)).isEqualTo(Arrays.copyOf(packet, 2));
		assertThat(answer.length).isLessThanOrEqualTo(512);
		if ((answer[3] & 0xF) != 0 && (answer[3] & 0xF) != 3) {
			assertThat(answer.length).as("an error is no longer than what caused it")
				.isLessThanOrEqualTo(packet.length);
		}
	}

	private static byte[] mutated(byte[] seed, Random random) {
		byte[] packet = switch (random.nextInt(6)) {
			case 0 -> Arrays.copyOf(seed, random.nextInt(seed.length + 1));
			case 1 -> Arrays.copyOf(seed, seed.length + random.nextInt(600));
			case 2 -> noise(random);
			default -> seed.clone();
		};
		for (int i = random.nextInt(5); i > 0 && packet.length > 0; i--) {
			int place = random.nextBoolean() ? random.nextInt(packet.length)
					: Math.min(packet.length - 1, random.nextInt(HEADER + 1));
			packet[place] = (byte) (random.nextBoolean() ? random.nextInt() : packet[place] ^ (1 << random.nextInt(8)));
		}
		return packet;
	}

	private static byte[] noise(Random random) {
		byte[] noise = new byte[random.nextInt(700)];
		random.nextBytes(noise);
		return noise;
	}

	private static InetAddress client(Random random) {
		return InetAddress.ofLiteral("10.%d.%d.1".formatted(random.nextInt(256), random.nextInt(256)));
	}

}
