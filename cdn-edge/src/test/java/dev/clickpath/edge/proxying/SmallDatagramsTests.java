package dev.clickpath.edge.proxying;

import java.util.HexFormat;

import io.netty.buffer.Unpooled;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SmallDatagramsTests {

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
		byte[] octets = new byte[length];
		byte[] first = HexFormat.of().parseHex(beginning.replace(" ", ""));
		System.arraycopy(first, 0, octets, 0, first.length);
		assertThat(SmallDatagrams.isTooSmall(Unpooled.wrappedBuffer(octets))).as(what).isEqualTo(dropped);
	}

}
