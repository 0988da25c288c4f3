package dev.clickpath.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;

import dev.clickpath.dns.answering.Reply;
import dev.clickpath.dns.answering.RequestReader;
import dev.clickpath.dns.answering.Responder;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * Asks the zone before anybody else can: a zone that does not answer for itself does not
 * open, and whatever takes part in an answer is loaded, and stands in the cache of loaded
 * classes when one is made.
 */
final class Rehearsal {

	private static final int[] TYPES = { Type.SOA, Type.NS, Type.A, Type.AAAA, Type.HTTPS, Type.TXT, Type.ANY };

	private Rehearsal() {
	}

	/**
	 * Asks for what there is and what there is not.
	 * @throws IllegalStateException when the zone does not know its own name
	 */
	static void hold(Responder responder, String zone) {
		try {
			Name origin = Name.fromString(zone, Name.root);
			for (int type : TYPES) {
				ask(responder, origin, type, Rcode.NOERROR);
				ask(responder, Name.fromString("cdn", origin), type, Rcode.NOERROR);
			}
			ask(responder, Name.fromString("nobody.nowhere", origin), Type.A, Rcode.NXDOMAIN);
			ask(responder, Name.root, Type.A, Rcode.REFUSED);
		}
		catch (IOException ex) {
			throw new IllegalStateException("The zone \"" + zone + "\" does not answer", ex);
		}
	}

	private static void ask(Responder responder, Name name, int type, int rcode) throws IOException {
		Message question = new Message(1);
		question.addRecord(Record.newRecord(name, type, DClass.IN), Section.QUESTION);
		question.addRecord(new OPTRecord(512, 0, 0), Section.ADDITIONAL);
		Reply answer = responder.datagram(RequestReader.read(ByteBuffer.wrap(question.toWire())),
				InetAddress.getLoopbackAddress());
		Message read = new Message((answer != null) ? answer.wire() : new byte[0]);
		if (!read.getHeader().getFlag(Flags.QR) || read.getRcode() != rcode) {
			throw new IOException(name + " " + Type.string(type) + ": " + Rcode.string(read.getRcode()));
		}
	}

}
