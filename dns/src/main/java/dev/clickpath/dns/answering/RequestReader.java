package dev.clickpath.dns.answering;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Name;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Type;

/**
 * Reads messages from anybody. It reads no more of one than an answer takes: a question,
 * and what the client says of itself. dnsjava's own reader takes more than a question may
 * have, and refuses options that are none of its business.
 */
public final class RequestReader {

	private static final int HEADER = 12;

	private static final int RESPONSE = 0x8000;

	private static final int RECURSION_DESIRED = 0x0100;

	private static final int OPCODE_SHIFT = 11;

	private static final int OPCODE_MASK = 0xF;

	private static final int LONGEST_LABEL = 63;

	private static final int LONGEST_NAME = 255;

	private static final int POINTER = 0xC0;

	private static final int DNSSEC_OK = 0x8000;

	private static final int QUESTION_AFTER_NAME = 4;

	/** Class and time to live, or what OPT has in their place. */
	private static final int RECORD_AFTER_TYPE = 6;

	private static final Request NOISE = new Request.Noise();

	private RequestReader() {
	}

	/**
	 * Reads a whole message, whatever it is.
	 */
	public static Request read(ByteBuffer message) {
		if (message.remaining() < HEADER) {
			return NOISE;
		}
		int id = u16(message);
		int flags = u16(message);
		if ((flags & RESPONSE) != 0) {
			return NOISE;
		}
		int opcode = (flags >> OPCODE_SHIFT) & OPCODE_MASK;
		boolean recursionDesired = (flags & RECURSION_DESIRED) != 0;
		int counts = message.position();
		if (opcode != Opcode.QUERY) {
			return new Request.Faulty(id, opcode, recursionDesired, hasEdns(message), Rcode.NOTIMP);
		}
		try {
			return query(id, recursionDesired, message);
		}
		catch (MalformedException | BufferUnderflowException ex) {
			return new Request.Faulty(id, opcode, recursionDesired, hasEdns(message.position(counts)), Rcode.FORMERR);
		}
	}

	/**
	 * Whether there is the head of an OPT record in a message that breaks rules: where it
	 * breaks them before, nobody can tell (RFC 6891, sections 6.1.1 and 7).
	 */
	private static boolean hasEdns(ByteBuffer message) {
		try {
			int questions = u16(message);
			int others = u16(message) + u16(message);
			int additional = u16(message);
			for (int i = 0; i < questions; i++) {
				skipName(message);
				skip(message, QUESTION_AFTER_NAME);
			}
			for (int i = 0; i < others + additional; i++) {
				boolean root = skipName(message);
				int type = u16(message);
				skip(message, RECORD_AFTER_TYPE);
				int length = u16(message);
				if (i >= others && type == Type.OPT && root) {
					return true;
				}
				skip(message, length);
			}
			return false;
		}
		catch (MalformedException | BufferUnderflowException ex) {
			return false;
		}
	}

	/**
	 * One question and no more (RFC 9619), and nothing that only answers have: but who
	 * wants what has changed says since when (RFC 1995, section 3).
	 */
	private static Request query(int id, boolean recursionDesired, ByteBuffer message) throws MalformedException {
		int questions = u16(message);
		int answers = u16(message);
		int authorities = u16(message);
		int additional = u16(message);
		if (questions != 1 || answers != 0) {
			throw new MalformedException();
		}
		Name name = name(message);
		int type = u16(message);
		int dclass = u16(message);
		if (type == Type.OPT || type == Type.TSIG || authorities > ((type == Type.IXFR) ? 1 : 0)) {
			throw new MalformedException();
		}
		skipRecords(authorities, message);
		Edns edns = additional(additional, message);
		if (message.hasRemaining()) {
			throw new MalformedException();
		}
		return new Request.Query(id, recursionDesired, name, type, dclass, edns);
	}

	/** There is nothing before the question that its name could point to. */
	private static Name name(ByteBuffer message) throws MalformedException {
		int start = message.position();
		int label = Byte.toUnsignedInt(message.get());
		while (label != 0) {
			if (label > LONGEST_LABEL || message.position() - start + label >= LONGEST_NAME) {
				throw new MalformedException();
			}
			skip(message, label);
			label = Byte.toUnsignedInt(message.get());
		}
		byte[] wire = new byte[message.position() - start];
		message.get(start, wire);
		try {
			return new Name(wire);
		}
		catch (IOException ex) {
			throw new MalformedException();
		}
	}

	private static void skipRecords(int count, ByteBuffer message) throws MalformedException {
		for (int i = 0; i < count; i++) {
			skipName(message);
			skip(message, Short.BYTES + RECORD_AFTER_TYPE);
			skip(message, u16(message));
		}
	}

	/** Of these records only OPT is of interest; signatures cannot be checked here. */
	private static @Nullable Edns additional(int count, ByteBuffer message) throws MalformedException {
		Edns edns = null;
		for (int i = 0; i < count; i++) {
			boolean root = skipName(message);
			int type = u16(message);
			int size = u16(message);
			int rcodeAndVersion = u16(message);
			int flags = u16(message);
			ByteBuffer data = part(message, u16(message));
			if (type == Type.OPT) {
				if (!root || edns != null) {
					throw new MalformedException();
				}
				int version = rcodeAndVersion & 0xFF;
				edns = new Edns(size, version, (flags & DNSSEC_OK) != 0, (version == 0) ? subnet(data) : null);
			}
		}
		return edns;
	}

	private static @Nullable ClientSubnet subnet(ByteBuffer options) throws MalformedException {
		ClientSubnet subnet = null;
		while (options.hasRemaining()) {
			int code = u16(options);
			ByteBuffer option = part(options, u16(options));
			if (code == EDNSOption.Code.CLIENT_SUBNET) {
				subnet = ClientSubnet.read(option);
			}
		}
		return subnet;
	}

	/** Tells whether it was the root's. */
	private static boolean skipName(ByteBuffer message) throws MalformedException {
		int start = message.position();
		int label = Byte.toUnsignedInt(message.get());
		while (label != 0) {
			if (label >= POINTER) {
				skip(message, 1);
				return false;
			}
			if (label > LONGEST_LABEL || message.position() - start > LONGEST_NAME) {
				throw new MalformedException();
			}
			skip(message, label);
			label = Byte.toUnsignedInt(message.get());
		}
		return message.position() == start + 1;
	}

	private static ByteBuffer part(ByteBuffer message, int length) throws MalformedException {
		int start = message.position();
		skip(message, length);
		return message.slice(start, length);
	}

	private static void skip(ByteBuffer message, int length) throws MalformedException {
		if (length > message.remaining()) {
			throw new MalformedException();
		}
		message.position(message.position() + length);
	}

	private static int u16(ByteBuffer message) {
		return Short.toUnsignedInt(message.getShort());
	}

}
