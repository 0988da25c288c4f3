package dev.clickpath.edge.proxying;

import java.util.HexFormat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatagramGuardTests {

	@ParameterizedTest
	@CsvSource(textBlock = """
			an initial packet,          c3 00000001, 1199, true
			a large one,                c3 00000001, 1200, false
			of an unknown version,      e3 0a0a0a0a, 1199, true
			a large one,                e3 0a0a0a0a, 1200, false
			version 2 is not known,     d3 6b3343cf, 1199, true
			a handshake packet,         e3 00000001,   40, false
			a packet of a connection,   43 00000000,   40, false
			too short to tell,          43,             4, true
			""")
	void dropsWhatWouldBeAnsweredWithMore(String what, String beginning, int length, boolean dropped) {
		assertThat(DatagramGuard.isTooSmall(datagram(beginning, length))).as(what).isEqualTo(dropped);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			a retry packet,             f3 00000001,  100, true
			a version negotiation,      c3 00000000,   40, true
			an initial packet,          c3 00000001, 1200, false
			a handshake packet,         e3 00000001,   40, false
			a packet of a connection,   43 00000000,   40, false
			too short to tell,          f3,             4, false
			""")
	void letsOutToAnybodyWhatIsNoConnections(String what, String beginning, int length, boolean out) {
		assertThat(DatagramGuard.asksForProof(datagram(beginning, length))).as(what).isEqualTo(out);
	}

	private static ByteBuf datagram(String beginning, int length) {
		byte[] octets = new byte[length];
		byte[] first = HexFormat.of().parseHex(beginning.replace(" ", ""));
		System.arraycopy(first, 0, octets, 0, first.length);
		return Unpooled.wrappedBuffer(octets);
	}

}
