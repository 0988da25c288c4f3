package dev.clickpath.dns.answering;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Makes the answer to a request.
 */
public final class Responder {

	/** What every client takes (RFC 1035, section 2.3.4). */
	private static final int SMALLEST_LIMIT = 512;

	private static final int HEADER = 12;

	/** An OPT record without options. */
	private static final int OPT = 11;

	private static final int RESPONSE = 0x8000;

	private static final int RECURSION_DESIRED = 0x0100;

	private static final int OPCODE_SHIFT = 11;

	private static final int RCODE_BITS = 4;

	private final Zone zone;

	private final int largestDatagram;

	private final Predicate<Endpoint> healthy;

	/**
	 * A responder.
	 * @param largestDatagram what datagrams may have at most, in octets, whatever clients
	 * say: longer ones would be taken apart on the way (RFC 9715)
	 * @param healthy who can be led to
	 */
	public Responder(Zone zone, int largestDatagram, Predicate<Endpoint> healthy) {
		this.zone = zone;
		this.largestDatagram = largestDatagram;
		this.healthy = healthy;
	}

	/**
	 * The answer over TCP, to the end.
	 */
	public @Nullable Reply whole(Request request, InetAddress client) {
		return respond(request, client, Message.MAXLENGTH);
	}

	/**
	 * The answer in a datagram; cut where it is too long for the client, who will see
	 * that and come by TCP.
	 */
	public @Nullable Reply datagram(Request request, InetAddress client) {
		return respond(request, client, (request instanceof Request.Query query) ? limit(query) : SMALLEST_LIMIT);
	}

	/**
	 * An answer that says nothing but that the client is to come by TCP, where it cannot
	 * give somebody else's address; null where that makes no sense.
	 */
	public @Nullable Reply comeByStream(Request request) {
		if (!(request instanceof Request.Query query)) {
			return null;
		}
		Message message = message(query, Answer.failure(Rcode.NOERROR));
		message.getHeader().setFlag(Flags.TC);
		return new Reply(Rcode.NOERROR, message.toWire(limit(query)));
	}

	private int limit(Request.Query query) {
		return (query.edns() != null) ? Math.clamp(query.edns().size(), SMALLEST_LIMIT, this.largestDatagram)
				: SMALLEST_LIMIT;
	}

	private @Nullable Reply respond(Request request, InetAddress client, int limit) {
		return switch (request) {
			case Request.Query query -> {
				Answer answer = answer(query, client);
				yield new Reply(answer.rcode(), message(query, answer).toWire(limit));
			}
			case Request.Faulty faulty -> new Reply(faulty.rcode(), header(faulty));
			case Request.Noise noise -> null;
		};
	}

	private Answer answer(Request.Query query, InetAddress client) {
		Edns edns = query.edns();
		if (edns != null && edns.version() > 0) {
			return Answer.failure(Rcode.BADVERS);
		}
		return this.zone.answer(query, vantage(edns, client.getAddress()));
	}

	/** Whoever does not tell whom they ask for is led where they are themselves. */
	private Vantage vantage(@Nullable Edns edns, byte[] client) {
		ClientSubnet subnet = (edns != null) ? edns.subnet() : null;
		return (subnet != null && subnet.isTold()) ? new Vantage(subnet.address(), subnet.source(), this.healthy)
				: new Vantage(client, Network.bits(client), this.healthy);
	}

	private Message message(Request.Query query, Answer answer) {
		Message message = new Message(query.id());
		Header header = message.getHeader();
		header.setFlag(Flags.QR);
		if (answer.authoritative()) {
			header.setFlag(Flags.AA);
		}
		if (query.recursionDesired()) {
			header.setFlag(Flags.RD);
		}
		header.setRcode(answer.rcode() & ((1 << RCODE_BITS) - 1));
		message.addRecord(Record.newRecord(query.name(), query.type(), query.dclass()), Section.QUESTION);
		add(message, answer.records(), Section.ANSWER);
		add(message, answer.authority(), Section.AUTHORITY);
		add(message, answer.additional(), Section.ADDITIONAL);
		if (query.edns() != null) {
			message.addRecord(options(query.edns(), answer), Section.ADDITIONAL);
		}
		return message;
	}

	private static void add(Message message, List<Record> records, int section) {
		records.forEach((record) -> message.addRecord(record, section));
	}

	private OPTRecord options(Edns edns, Answer answer) {
		ClientSubnet subnet = edns.subnet();
		int flags = edns.dnssecOk() ? ExtendedFlags.DO : 0;
		return new OPTRecord(this.largestDatagram, answer.rcode() >> RCODE_BITS, 0, flags,
				(subnet != null) ? List.of(subnet.answer(subnet.isTold() ? answer.scope() : 0)) : List.of());
	}

	/** With OPT for who has sent one (RFC 6891, section 6.1.1). */
	private byte[] header(Request.Faulty faulty) {
		int flags = RESPONSE | (faulty.opcode() << OPCODE_SHIFT) | (faulty.recursionDesired() ? RECURSION_DESIRED : 0)
				| faulty.rcode();
		ByteBuffer header = ByteBuffer.allocate(HEADER + (faulty.hasEdns() ? OPT : 0))
			.putShort((short) faulty.id())
			.putShort((short) flags);
		if (faulty.hasEdns()) {
			header.putShort(HEADER - Short.BYTES, (short) 1)
				.position(HEADER + 1)
				.putShort((short) Type.OPT)
				.putShort((short) this.largestDatagram);
		}
		return header.array();
	}

}
