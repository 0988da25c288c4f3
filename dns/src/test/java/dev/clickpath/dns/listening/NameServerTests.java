package dev.clickpath.dns.listening;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.clickpath.dns.answering.Endpoint;
import dev.clickpath.dns.answering.Zones;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class NameServerTests {

	private static final int CONNECTIONS = 6;

	private static final int CONNECTIONS_OF_ONE = 4;

	private static final Duration IDLE = Duration.ofMillis(1_500);

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final NameServer server = server(0);

	private NameServer server(int port) {
		return new NameServer(new PortProperties(port),
				new ListeningProperties(List.of("127.0.0.1"), 2, 1232, CONNECTIONS, CONNECTIONS_OF_ONE, IDLE,
						Duration.ofMillis(600)),
				new RateLimitProperties(200, 2, 1024, false), Zones.responder(Zones.of(gateways()), (endpoint) -> true),
				this.registry);
	}

	/** So many that their addresses do not fit into a datagram. */
	private static Endpoint[] gateways() {
		Endpoint[] gateways = new Endpoint[8];
		for (int i = 0; i < gateways.length; i++) {
			List<String> addresses = new ArrayList<>();
			for (int j = 0; j < 12; j++) {
				addresses.add("2001:db8::%d:%d".formatted(i, j));
			}
			addresses.add("192.0.2." + i);
			gateways[i] = Zones.endpoint("g" + i, "eu", addresses);
		}
		return gateways;
	}

	@BeforeEach
	void start() {
		this.server.start();
	}

	@AfterEach
	void stop() {
		this.server.stop();
	}

	@Test
	void answersAResolverWhoComesByStreamForWhatIsTooLong() throws IOException {
		SimpleResolver resolver = resolver();
		assertThat(resolver.send(question("www.clickpath.test.", Type.A)).getSection(Section.ANSWER)).hasSize(8);
		assertThat(streamed()).isZero();
		assertThat(resolver.send(question("www.clickpath.test.", Type.AAAA)).getSection(Section.ANSWER)).hasSize(96);
		assertThat(streamed()).isOne();
	}

	@Test
	void answersManyQuestionsOfOneConnectionInTheirOrderWithoutBeingWaitedFor() throws IOException {
		try (Socket socket = connect()) {
			ByteArrayOutputStream all = new ByteArrayOutputStream();
			for (int i = 0; i < 500; i++) {
				Message question = question((i % 2 == 0) ? "www.clickpath.test." : "nobody.clickpath.test.", Type.A);
				question.getHeader().setID(i);
				write(new DataOutputStream(all), question.toWire());
			}
			socket.getOutputStream().write(all.toByteArray());
			DataInputStream in = new DataInputStream(socket.getInputStream());
			for (int i = 0; i < 500; i++) {
				Message answer = read(in);
				assertThat(answer.getHeader().getID()).isEqualTo(i);
				assertThat(answer.getRcode()).isEqualTo((i % 2 == 0) ? Rcode.NOERROR : Rcode.NXDOMAIN);
			}
		}
	}

	@Test
	void whatHasBeenAnsweredIsSentThoughNoiseFollows() throws IOException {
		Message noise = question("www.clickpath.test.", Type.A);
		noise.getHeader().setFlag(Flags.QR);
		byte[] tooLong = new byte[60_000];
		for (byte[] next : List.of(noise.toWire(), tooLong)) {
			try (Socket socket = connect()) {
				ByteArrayOutputStream all = new ByteArrayOutputStream();
				write(new DataOutputStream(all), question("www.clickpath.test.", Type.A).toWire());
				write(new DataOutputStream(all), next);
				socket.getOutputStream().write(all.toByteArray(), 0, Math.min(all.size(), 200));
				DataInputStream in = new DataInputStream(socket.getInputStream());
				assertThat(read(in).getRcode()).isEqualTo(Rcode.NOERROR);
				assertThat(in.read()).isEqualTo(-1);
			}
		}
	}

	@Test
	void goesOnWhateverAQuestionDoes() throws IOException {
		AtomicBoolean broken = new AtomicBoolean(true);
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		NameServer one = new NameServer(new PortProperties(0),
				new ListeningProperties(List.of("127.0.0.1"), 1, 1232, 1, 1, IDLE, IDLE),
				new RateLimitProperties(200, 2, 1024, false), Zones.local((endpoint) -> {
					if (broken.get()) {
						throw new StackOverflowError("as if");
					}
					return true;
				}), meters);
		one.start();
		try (DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
			socket.setSoTimeout(5_000);
			byte[] question = question("www.clickpath.test.", Type.A).toWire();
			InetSocketAddress to = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), one.port());
			socket.send(new DatagramPacket(question, question.length, to));
			Awaitility.await()
				.until(() -> meters.get("dns.unanswered").tag("reason", "failure").counter().count() == 1);
			broken.set(false);
			socket.send(new DatagramPacket(question, question.length, to));
			DatagramPacket answer = new DatagramPacket(new byte[512], 512);
			socket.receive(answer);
			assertThat(answer.getLength()).isGreaterThan(question.length);
		}
		finally {
			one.stop();
		}
	}

	/** An interrupted thread loses the socket it waits at, and ends. */
	@Test
	void whoeverTakesQuestionsIsReplacedWhenTheyEnd() throws IOException {
		assertThat(this.server.isWhole()).isTrue();
		List<Thread> listeners = Thread.getAllStackTraces()
			.keySet()
			.stream()
			.filter((thread) -> thread.getName().equals("udp-" + this.server.port()))
			.toList();
		assertThat(listeners).hasSize(2);
		listeners.forEach(Thread::interrupt);
		Awaitility.await().until(() -> listeners.stream().noneMatch(Thread::isAlive));
		Awaitility.await().until(this.server::isWhole);
		for (int i = 0; i < 10; i++) {
			assertThat(resolver().send(question("www.clickpath.test.", Type.A)).getRcode()).isEqualTo(Rcode.NOERROR);
		}
	}

	@Test
	void isNotWholeOnceItHasStopped() {
		this.server.stop();
		assertThat(this.server.isWhole()).isFalse();
	}

	@Test
	void whoTakesNoAnswersHasToGo() throws IOException {
		try (Socket deaf = connect()) {
			deaf.setReceiveBufferSize(1_024);
			ByteArrayOutputStream all = new ByteArrayOutputStream();
			for (int i = 0; i < 20_000; i++) {
				write(new DataOutputStream(all), question("www.clickpath.test.", Type.AAAA).toWire());
			}
			try {
				deaf.getOutputStream().write(all.toByteArray());
			}
			catch (IOException ex) {
				// It was closed under way.
			}
			Awaitility.await().until(() -> open() == 0);
			assertThat(streamed()).isBetween(1.0, 19_999.0);
		}
	}

	@Test
	void anAnswerIsCountedOnceByWhatBecameOfTheQuestion() throws IOException {
		SimpleMeterRegistry meters = new SimpleMeterRegistry();
		NameServer strict = new NameServer(new PortProperties(0),
				new ListeningProperties(List.of("127.0.0.1"), 1, 1232, 1, 1, IDLE, IDLE),
				new RateLimitProperties(1, 1, 1024, true), Zones.local((endpoint) -> true), meters);
		strict.start();
		try (DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
			socket.setSoTimeout(5_000);
			InetSocketAddress to = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), strict.port());
			Message question = question("www.clickpath.test.", Type.A);
			question.addRecord(new OPTRecord(1232, 0, 1), Section.ADDITIONAL);
			byte[] wire = question.toWire();
			for (int i = 0; i < 40; i++) {
				socket.send(new DatagramPacket(wire, wire.length, to));
				socket.receive(new DatagramPacket(new byte[512], 512));
			}
			Awaitility.await().until(() -> answers(meters, "badvers") + slipped(meters) == 40);
			assertThat(slipped(meters)).isPositive();
			assertThat(answers(meters, "badvers")).isPositive();
			assertThat(answers(meters, "noerror")).isZero();
		}
		finally {
			strict.stop();
		}
	}

	private static double answers(SimpleMeterRegistry meters, String rcode) {
		return meters.get("dns.answers").tags("transport", "udp", "rcode", rcode).counter().count();
	}

	private static double slipped(SimpleMeterRegistry meters) {
		return meters.get("dns.slipped").counter().count();
	}

	@Test
	void anAnswerDoesNotWaitForTheRestOfTheNextQuestion() throws IOException {
		try (Socket socket = connect()) {
			byte[] question = question("www.clickpath.test.", Type.A).toWire();
			DataOutputStream out = new DataOutputStream(socket.getOutputStream());
			write(out, question);
			out.write(0);
			DataInputStream in = new DataInputStream(socket.getInputStream());
			assertThat(read(in).getRcode()).isEqualTo(Rcode.NOERROR);
			out.write(question.length);
			out.write(question);
			assertThat(read(in).getRcode()).isEqualTo(Rcode.NOERROR);
		}
	}

	@Test
	void whoIsSilentOrSlowHasToGo() throws IOException {
		try (Socket silent = connect(); Socket slow = connect()) {
			slow.getOutputStream().write(0);
			long start = System.nanoTime();
			assertThat(slow.getInputStream().read()).isEqualTo(-1);
			assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(IDLE);
			assertThat(silent.getInputStream().read()).isEqualTo(-1);
		}
		Awaitility.await().until(() -> open() == 0);
	}

	@Test
	void oneClientTakesOnlySoManyConnections() throws IOException {
		List<Socket> sockets = new ArrayList<>();
		try {
			for (int i = 0; i < CONNECTIONS_OF_ONE; i++) {
				sockets.add(connect());
			}
			Awaitility.await().until(() -> open() == CONNECTIONS_OF_ONE);
			try (Socket beyond = connect()) {
				assertThat(beyond.getInputStream().read()).isEqualTo(-1);
			}
		}
		finally {
			for (Socket socket : sockets) {
				socket.close();
			}
		}
	}

	@Test
	void whenAllConnectionsAreTakenTheOneThatWasSilentLongestGoes() throws IOException {
		List<Socket> sockets = new ArrayList<>();
		try {
			for (int i = 0; i < CONNECTIONS; i++) {
				sockets.add(connect("127.0.0." + (2 + i / 3)));
				int expected = i + 1;
				Awaitility.await().until(() -> open() == expected);
			}
			try (Socket latest = connect("127.0.0.9")) {
				DataOutputStream out = new DataOutputStream(latest.getOutputStream());
				write(out, question("www.clickpath.test.", Type.A).toWire());
				assertThat(read(new DataInputStream(latest.getInputStream())).getRcode()).isEqualTo(Rcode.NOERROR);
				assertThat(open()).isEqualTo(CONNECTIONS);
				assertThat(sockets.getFirst().getInputStream().read()).isEqualTo(-1);
			}
		}
		finally {
			for (Socket socket : sockets) {
				socket.close();
			}
		}
	}

	@Test
	void livesOnWhateverIsSent() throws IOException {
		Random random = new Random(3);
		try (DatagramSocket socket = new DatagramSocket(0, InetAddress.ofLiteral("127.0.0.1"))) {
			for (int i = 0; i < 3_000; i++) {
				byte[] noise = new byte[random.nextInt(5_000)];
				random.nextBytes(noise);
				socket.send(new DatagramPacket(noise, noise.length, to()));
			}
		}
		for (int i = 0; i < 50; i++) {
			try (Socket socket = connect()) {
				byte[] noise = new byte[random.nextInt(2_000)];
				random.nextBytes(noise);
				socket.getOutputStream().write(noise);
			}
			catch (IOException ex) {
				// It was closed under way, as it should be.
			}
		}
		assertThat(resolver().send(question("www.clickpath.test.", Type.A)).getRcode()).isEqualTo(Rcode.NOERROR);
		assertThat(this.registry.get("dns.unanswered").tag("reason", "failure").counter().count()).isZero();
	}

	@Test
	void aSecondOneIsToldThatThePortIsTaken() {
		assertThatExceptionOfType(ListenFailedException.class).isThrownBy(() -> server(this.server.port()).start())
			.withMessage("Port " + this.server.port() + " is taken or may not be used: end the program that has it, or "
					+ "choose another with --server.port.");
	}

	@Test
	void whoListensAtAllAddressesNeedsNoOthers() {
		ListeningProperties everywhere = new ListeningProperties(List.of("0.0.0.0", "::", "127.0.0.1"), 1, 1232, 1, 1,
				IDLE, IDLE);
		assertThat(everywhere.literalAddresses()).containsExactly(InetAddress.ofLiteral("::"));
		ListeningProperties twice = new ListeningProperties(List.of("::1", "127.0.0.1", "0:0:0:0:0:0:0:1"), 1, 1232, 1,
				1, IDLE, IDLE);
		assertThat(twice.literalAddresses()).containsExactly(InetAddress.ofLiteral("::1"),
				InetAddress.ofLiteral("127.0.0.1"));
	}

	@Test
	void addressesOfOtherMachinesAreLeftOut() {
		NameServer elsewhere = new NameServer(new PortProperties(0),
				new ListeningProperties(List.of("192.0.2.99"), 1, 1232, 1, 1, IDLE, IDLE),
				new RateLimitProperties(200, 2, 1024, false), Zones.local((endpoint) -> true),
				new SimpleMeterRegistry());
		assertThatExceptionOfType(ListenFailedException.class).isThrownBy(elsewhere::start)
			.withMessage("None of the addresses [192.0.2.99] is this machine's: choose others with "
					+ "--clickpath.dns.addresses.");
	}

	private SimpleResolver resolver() {
		SimpleResolver resolver = new SimpleResolver(to());
		resolver.setTimeout(Duration.ofSeconds(5));
		return resolver;
	}

	private InetSocketAddress to() {
		return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), this.server.port());
	}

	private Socket connect() throws IOException {
		return connect("127.0.0.1");
	}

	private Socket connect(String from) throws IOException {
		Socket socket = new Socket();
		socket.bind(new InetSocketAddress(InetAddress.ofLiteral(from), 0));
		socket.connect(to());
		socket.setSoTimeout(5_000);
		return socket;
	}

	private double open() {
		return this.registry.get("dns.connections.open").gauge().value();
	}

	private double streamed() {
		return this.registry.get("dns.answers").tags("transport", "tcp", "rcode", "noerror").counter().count();
	}

	private static Message question(String name, int type) {
		return Message.newQuery(Record.newRecord(Name.fromConstantString(name), type, DClass.IN));
	}

	private static void write(DataOutputStream out, byte[] message) throws IOException {
		out.writeShort(message.length);
		out.write(message);
	}

	private static Message read(DataInputStream in) throws IOException {
		byte[] message = new byte[in.readUnsignedShort()];
		in.readFully(message);
		return new Message(message);
	}

}
