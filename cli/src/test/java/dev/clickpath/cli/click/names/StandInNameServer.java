package dev.clickpath.cli.click.names;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/**
 * A name server with a few names, over UDP.
 */
final class StandInNameServer implements AutoCloseable {

	/** What has this code is not sent. */
	private static final int SILENCE = Rcode.NOTZONE;

	private final DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"));

	private final Queue<String> questions = new ConcurrentLinkedQueue<>();

	StandInNameServer() throws IOException {
		Thread.ofVirtual().start(this::serve);
	}

	InetSocketAddress address() {
		return (InetSocketAddress) this.socket.getLocalSocketAddress();
	}

	List<String> questions() {
		return List.copyOf(this.questions);
	}

	private void serve() {
		byte[] buffer = new byte[512];
		while (!this.socket.isClosed()) {
			try {
				DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
				this.socket.receive(packet);
				Message answer = answer(new Message(Arrays.copyOf(buffer, packet.getLength())));
				if (answer.getRcode() != SILENCE) {
					byte[] sent = answer.toWire();
					this.socket.send(new DatagramPacket(sent, sent.length, packet.getSocketAddress()));
				}
			}
			catch (IOException ex) {
				// Closed, or nonsense came.
			}
		}
	}

	private Message answer(Message question) throws IOException {
		Record asked = question.getQuestion();
		this.questions.add(asked.getName() + " " + Type.string(asked.getType()));
		Message answer = new Message(question.getHeader().getID());
		answer.getHeader().setFlag(Flags.QR);
		answer.getHeader().setFlag(Flags.AA);
		answer.addRecord(asked, Section.QUESTION);
		switch (asked.getName().getLabelString(0)) {
			case "www" -> add(answer, asked, 20, "127.0.0.1", "::1", "1 . alpn=h3,h2");
			case "brief" -> add(answer, asked, 0, "127.0.0.1", "", "");
			case "far" -> add(answer, asked, 60, "192.0.2.1", "", "");
			case "old" -> add(answer, asked, 20, "127.0.0.1", "FORMERR", "NOTIMP");
			case "new" -> add(answer, asked, 20, "SERVFAIL", "::1", "");
			case "silent" -> add(answer, asked, 20, "127.0.0.1", "", Rcode.string(SILENCE));
			case "half" -> add(answer, asked, 20, "", "SERVFAIL", "");
			case "broken" -> answer.getHeader().setRcode(Rcode.SERVFAIL);
			default -> answer.getHeader().setRcode(Rcode.NXDOMAIN);
		}
		return answer;
	}

	/** Data, or the code of the answer when it is one's name. */
	private static void add(Message answer, Record asked, long ttl, String ipv4, String ipv6, String https)
			throws IOException {
		String data = switch (asked.getType()) {
			case Type.A -> ipv4;
			case Type.AAAA -> ipv6;
			default -> https;
		};
		if (Rcode.value(data) > 0) {
			answer.getHeader().setRcode(Rcode.value(data));
		}
		else if (!data.isEmpty()) {
			answer.addRecord(Record.fromString(asked.getName(), asked.getType(), DClass.IN, ttl, data, Name.root),
					Section.ANSWER);
		}
	}

	@Override
	public void close() {
		this.socket.close();
	}

}
