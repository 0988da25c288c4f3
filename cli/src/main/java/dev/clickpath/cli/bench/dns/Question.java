package dev.clickpath.cli.bench.dns;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What is asked, and what has to be the answer.
 *
 * @param name without a dot at its end
 * @param type the number of the record type
 * @param rcode what has to become of it
 * @param records how many records answer it
 */
record Question(String name, int type, int rcode, int records) {

	private static final int A = 1;

	private static final int TXT = 16;

	private static final int AAAA = 28;

	private static final int HTTPS = 65;

	private static final int OPT = 41;

	private static final int LARGEST_ANSWER = 1_232;

	private static final int HEADER = 12;

	private static final int BEYOND_NAME = 4 + 11;

	private static final int FLAGS_OF_ANSWER = 0x8400;

	/** Response, opcode, authoritative, truncated and rcode. */
	private static final int FLAGS_THAT_MATTER = 0xFE0F;

	private static final int NXDOMAIN = 3;

	/**
	 * A mix of what browsers ask for: addresses and how to connect, now and then a name
	 * that is not there, or has nothing of the kind.
	 */
	static List<Question> mix() {
		return List.of(new Question("www.clickpath.test", A, 0, 1), new Question("www.clickpath.test", AAAA, 0, 1),
				new Question("www.clickpath.test", HTTPS, 0, 1), new Question("cdn.clickpath.test", A, 0, 2),
				new Question("cdn.clickpath.test", AAAA, 0, 2), new Question("cdn.clickpath.test", HTTPS, 0, 2),
				new Question("clickpath.test", A, 0, 1), new Question("nobody.clickpath.test", A, NXDOMAIN, 0),
				new Question("www.clickpath.test", TXT, 0, 0));
	}

	/**
	 * The same names and addresses for another server (RFC 1035, section 5).
	 */
	static String zone() {
		return """
				$ORIGIN clickpath.test.
				$TTL 30
				@ 3600 IN SOA ns1 hostmaster 1 3600 600 604800 30
				@ 3600 IN NS ns1
				@ IN A 127.0.0.1
				@ IN AAAA ::1
				@ IN HTTPS 1 . alpn="h3,h2" port=8443 ipv4hint=127.0.0.1 ipv6hint=::1
				ns1 IN A 127.0.0.1
				ns1 IN AAAA ::1
				www IN A 127.0.0.1
				www IN AAAA ::1
				www IN HTTPS 1 . alpn="h3,h2" port=8443 ipv4hint=127.0.0.1 ipv6hint=::1
				edge IN A 127.0.0.1
				edge IN AAAA ::1
				edge IN HTTPS 1 . alpn="h3,h2" port=8453 ipv4hint=127.0.0.1 ipv6hint=::1
				cdn 300 IN CNAME edge
				""";
	}

	/**
	 * The message, with an id that is still to be filled in.
	 */
	ByteBuffer message() {
		ByteBuffer message = ByteBuffer.allocateDirect(HEADER + this.name.length() + 2 + BEYOND_NAME);
		message.putShort((short) 0).putShort((short) 0).putShort((short) 1).putInt(0).putShort((short) 1);
		for (String label : this.name.split("\\.", -1)) {
			message.put((byte) label.length()).put(label.getBytes(StandardCharsets.US_ASCII));
		}
		message.put((byte) 0).putShort((short) this.type).putShort((short) 1);
		message.put((byte) 0).putShort((short) OPT).putShort((short) LARGEST_ANSWER).putInt(0).putShort((short) 0);
		return message.flip();
	}

	/**
	 * Whether that is an answer to it, its id apart.
	 */
	boolean isAnsweredBy(ByteBuffer answer) {
		return answer.limit() > HEADER && (answer.getShort(2) & FLAGS_THAT_MATTER) == (FLAGS_OF_ANSWER | this.rcode)
				&& answer.getShort(4) == 1 && Short.toUnsignedInt(answer.getShort(6)) == this.records;
	}

}
