package dev.clickpath.dns.answering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.DClass;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;

/**
 * A question as a client puts it.
 */
final class Question {

	private final Message message = new Message(4711);

	private final List<EDNSOption> options = new ArrayList<>();

	private int size;

	private Question(String name, int type, int dclass) {
		try {
			this.message.addRecord(Record.newRecord(Name.fromString(name, Name.root), type, dclass), Section.QUESTION);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Question of(String name, int type) {
		return new Question(name, type, DClass.IN);
	}

	static Question of(String name, int type, int dclass) {
		return new Question(name, type, dclass);
	}

	/** Takes answers up to that size. */
	Question upTo(int size) {
		this.size = size;
		return this;
	}

	Question forClient(String network) {
		String[] parts = network.split("/", -1);
		this.options.add(new ClientSubnetOption(Integer.parseInt(parts[1]), InetAddress.ofLiteral(parts[0])));
		return upTo(1232);
	}

	byte[] wire() {
		if (this.size > 0) {
			this.message.addRecord(new OPTRecord(this.size, 0, 0, 0, this.options), Section.ADDITIONAL);
		}
		return this.message.toWire();
	}

	Message ask(Responder responder) {
		return ask(responder, "127.0.0.1");
	}

	Message ask(Responder responder, String client) {
		return read(reply(responder, client).wire());
	}

	Reply reply(Responder responder, String client) {
		return Objects.requireNonNull(
				responder.datagram(RequestReader.read(ByteBuffer.wrap(wire())), InetAddress.ofLiteral(client)),
				"No answer");
	}

	static Message read(byte @Nullable [] answer) {
		try {
			return new Message(Objects.requireNonNull(answer, "No answer"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static List<String> texts(Message message, int section) {
		return message.getSection(section)
			.stream()
			.filter((record) -> !(record instanceof OPTRecord))
			.map((record) -> record.toString().replaceAll("\\s+", " "))
			.toList();
	}

}
