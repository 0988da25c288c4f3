package dev.clickpath.dns.answering;

import java.nio.ByteBuffer;
import java.util.Arrays;

import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.GenericEDNSOption;

/**
 * Whom a resolver asks for (RFC 7871, section 6). What came is sent back as it was.
 *
 * @param family 1 for IPv4, 2 for IPv6, 0 for nothing said
 * @param source how many bits of the address are told
 * @param address of the family's length, without what is not told
 */
@SuppressWarnings("ArrayRecordComponent")
record ClientSubnet(int family, int source, byte[] address) {

	private static final int IPV4 = 1;

	private static final int IPV6 = 2;

	/**
	 * Reads the option.
	 * @throws MalformedException when it breaks a rule of RFC 7871
	 */
	static ClientSubnet read(ByteBuffer option) throws MalformedException {
		int family = Short.toUnsignedInt(option.getShort());
		int source = Byte.toUnsignedInt(option.get());
		int scope = Byte.toUnsignedInt(option.get());
		byte[] address = new byte[length(family)];
		int told = option.remaining();
		if (source > Network.bits(address) || told != Math.ceilDiv(source, Byte.SIZE) || scope != 0) {
			throw new MalformedException();
		}
		option.get(address, 0, told);
		if (!Arrays.equals(address, Network.masked(address, source))) {
			throw new MalformedException();
		}
		return new ClientSubnet(family, source, address);
	}

	private static int length(int family) throws MalformedException {
		return switch (family) {
			case 0 -> 0;
			case IPV4 -> 4;
			case IPV6 -> 16;
			default -> throw new MalformedException();
		};
	}

	/**
	 * Whether it tells anything: with no bits it asks not to use the client's address.
	 */
	boolean isTold() {
		return this.source > 0;
	}

	/**
	 * The option of the answer.
	 * @param scope for how many bits of the address the answer holds
	 */
	EDNSOption answer(int scope) {
		int told = Math.ceilDiv(this.source, Byte.SIZE);
		return new GenericEDNSOption(EDNSOption.Code.CLIENT_SUBNET,
				ByteBuffer.allocate(4 + told)
					.putShort((short) this.family)
					.put((byte) this.source)
					.put((byte) scope)
					.put(this.address, 0, told)
					.array());
	}

}
