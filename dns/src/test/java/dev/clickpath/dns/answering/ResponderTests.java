package dev.clickpath.dns.answering;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import static org.assertj.core.api.Assertions.assertThat;

class ResponderTests {

	private static final InetAddress CLIENT = InetAddress.ofLiteral("127.0.0.1");

	private final Responder responder = Zones.local((endpoint) -> true);

	@Test
	void keepsTheLettersItWasAskedWith() {
		byte[] question = Question.of("wWw.CliCKpath.tESt", Type.A).wire();
		byte[] answer = Objects.requireNonNull(datagram(question));
		assertThat(new String(answer, 12, 20, StandardCharsets.US_ASCII))
			.isEqualTo(new String(question, 12, 20, StandardCharsets.US_ASCII));
		assertThat(Question.texts(Question.read(answer), Section.ANSWER))
			.containsExactly("wWw.CliCKpath.tESt. 30 IN A 127.0.0.1");
	}

	@Test
	void neverAnswersAnAnswerNorWhatIsNoMessage() {
		Message answer = Question.of("www.clickpath.test", Type.A).ask(this.responder);
		assertThat(datagram(answer.toWire())).isNull();
		assertThat(datagram(new byte[0])).isNull();
		assertThat(datagram(new byte[11])).isNull();
		Message error = new Message(1);
		error.getHeader().setFlag(Flags.QR);
		error.getHeader().setRcode(Rcode.FORMERR);
		assertThat(datagram(error.toWire())).isNull();
	}

	@Test
	void doesNothingButAnswerQuestions() {
		for (int opcode : List.of(Opcode.IQUERY, Opcode.STATUS, 3, Opcode.NOTIFY, Opcode.UPDATE, 6, 15)) {
			Message message = new Message(99);
			message.getHeader().setOpcode(opcode);
			Message answer = Question.read(datagram(message.toWire()));
			assertThat(answer.getHeader().getOpcode()).isEqualTo(opcode);
			assertThat(answer.getRcode()).isEqualTo(Rcode.NOTIMP);
			assertThat(answer.getHeader().getID()).isEqualTo(99);
			assertThat(answer.getHeader().getFlag(Flags.QR)).isTrue();
		}
	}

	@Test
	void takesOneWellFormedQuestionAndNoMore() throws IOException {
		Record question = Record.newRecord(Name.fromString("www.clickpath.test."), Type.A, DClass.IN);
		List<Message> malformed = new ArrayList<>();
		malformed.add(new Message(1));
		malformed.add(with(question, Section.QUESTION, question));
		malformed.add(with(question, Section.ANSWER, question));
		malformed.add(with(question, Section.AUTHORITY, question));
		Message twice = with(question, Section.ADDITIONAL, new OPTRecord(1232, 0, 0));
		twice.addRecord(new OPTRecord(512, 0, 0), Section.ADDITIONAL);
		malformed.add(twice);
		for (Message message : malformed) {
			assertThat(rcode(message.toWire())).as(message.toString()).isEqualTo(Rcode.FORMERR);
		}
		byte[] trailing = Arrays.copyOf(Question.of("www.clickpath.test", Type.A).wire(), 60);
		assertThat(rcode(trailing)).isEqualTo(Rcode.FORMERR);
		assertThat(rcode(Question.of("www.clickpath.test", Type.OPT).wire())).isEqualTo(Rcode.FORMERR);
	}

	@Test
	void givesTheZoneToNobodyNotEvenWhatHasChanged() throws IOException {
		for (int type : List.of(Type.AXFR, Type.IXFR)) {
			assertThat(rcode(Question.of("clickpath.test", type).wire())).isEqualTo(Rcode.REFUSED);
		}
		Record question = Record.newRecord(Name.fromString("clickpath.test."), Type.IXFR, DClass.IN);
		Record since = Record.fromString(Name.fromString("clickpath.test."), Type.SOA, DClass.IN, 3600,
				"ns1 hostmaster 1 3600 600 604800 30", Name.fromString("clickpath.test."));
		Message changes = with(question, Section.AUTHORITY, since);
		assertThat(rcode(changes.toWire())).as("a version").isEqualTo(Rcode.REFUSED);
		changes.addRecord(new OPTRecord(1232, 0, 0), Section.ADDITIONAL);
		assertThat(Question.read(datagram(changes.toWire())).getOPT()).isNotNull();
		changes.addRecord(since, Section.AUTHORITY);
		assertThat(rcode(changes.toWire())).as("two versions").isEqualTo(Rcode.FORMERR);
		byte[] cut = with(question, Section.AUTHORITY, since).toWire();
		assertThat(rcode(Arrays.copyOf(cut, cut.length - 1))).as("half a version").isEqualTo(Rcode.FORMERR);
	}

	@Test
	void answersForTheInternetAndForNoOtherClass() {
		for (int dclass : List.of(0, DClass.CHAOS, DClass.HESIOD, DClass.NONE, DClass.ANY, 65_535)) {
			assertThat(rcode(Question.of("www.clickpath.test", Type.A, dclass).wire())).as("class %s", dclass)
				.isEqualTo(Rcode.REFUSED);
		}
		assertThat(rcode(Question.of("version.bind", Type.TXT, DClass.CHAOS).wire())).isEqualTo(Rcode.REFUSED);
	}

	@Test
	void hasNothingOfTypesItDoesNotKnow() {
		for (int type : List.of(0, Type.DS, Type.DNSKEY, Type.TKEY, Type.MAILB, 65_280, 65_535)) {
			Message answer = Question.of("www.clickpath.test", type).ask(this.responder);
			assertThat(answer.getRcode()).as("type %s", type).isEqualTo(Rcode.NOERROR);
			assertThat(answer.getSection(Section.ANSWER)).isEmpty();
			assertThat(Question.texts(answer, Section.AUTHORITY)).singleElement().asString().contains(" SOA ");
		}
	}

	@Test
	void bitsThatMeanNothingHereAreNotGivenBack() {
		byte[] question = Question.of("www.clickpath.test", Type.A).wire();
		question[2] |= 0x06;
		question[3] |= 0x7F;
		byte[] answer = Objects.requireNonNull(datagram(question));
		assertThat(answer[2]).as("QR and AA, no TC").isEqualTo((byte) 0x84);
		assertThat(answer[3]).as("no AD, no CD, no Z, no code").isZero();
	}

	@Test
	void takesNoNameThatPointsSomewhereOrIsTooLong() {
		byte[] pointer = ByteBuffer.allocate(18)
			.putShort((short) 1)
			.putShort((short) 0)
			.putShort((short) 1)
			.putShort((short) 0)
			.putInt(0)
			.putShort((short) 0xC00C)
			.putShort((short) 1)
			.putShort((short) 1)
			.array();
		assertThat(rcode(pointer)).isEqualTo(Rcode.FORMERR);
		for (int labels : List.of(127, 128)) {
			ByteBuffer longest = ByteBuffer.allocate(12 + 2 * labels + 1 + 4)
				.putShort((short) 1)
				.putShort((short) 0)
				.putShort((short) 1)
				.putShort((short) 0)
				.putInt(0);
			for (int i = 0; i < labels; i++) {
				longest.put((byte) 1).put((byte) 'a');
			}
			longest.put((byte) 0).putShort((short) 1).putShort((short) 1);
			assertThat(rcode(longest.array())).isEqualTo((labels == 127) ? Rcode.REFUSED : Rcode.FORMERR);
		}
	}

	@Test
	void speaksOneVersionOfEdns() {
		Message question = new Message(1);
		question.addRecord(Record.newRecord(Name.fromConstantString("www.clickpath.test."), Type.A, DClass.IN),
				Section.QUESTION);
		question.addRecord(new OPTRecord(1232, 0, 1, ExtendedFlags.DO), Section.ADDITIONAL);
		Message answer = Question.read(datagram(question.toWire()));
		assertThat(answer.getRcode()).isEqualTo(Rcode.BADVERS);
		assertThat(answer.getOPT().getVersion()).isZero();
		assertThat(answer.getOPT().getFlags()).isEqualTo(ExtendedFlags.DO);
		assertThat(answer.getSection(Section.ANSWER)).isEmpty();
	}

	@Test
	void errorsSpeakEdnsToWhoDoesAndKeepTheWishForRecursion() throws IOException {
		Record question = Record.newRecord(Name.fromString("www.clickpath.test."), Type.A, DClass.IN);
		OPTRecord edns = new OPTRecord(4096, 0, 0);
		List<Message> faulty = new ArrayList<>();
		Message twoQuestions = with(question, Section.QUESTION, question);
		twoQuestions.addRecord(edns, Section.ADDITIONAL);
		faulty.add(twoQuestions);
		Message notify = with(question, Section.ADDITIONAL, edns);
		notify.getHeader().setOpcode(Opcode.NOTIFY);
		faulty.add(notify);
		Message update = with(question, Section.AUTHORITY, question);
		update.addRecord(edns, Section.ADDITIONAL);
		update.getHeader().setOpcode(Opcode.UPDATE);
		faulty.add(update);
		for (Message message : faulty) {
			message.getHeader().setFlag(Flags.RD);
			byte @Nullable [] wire = datagram(message.toWire());
			assertThat(wire).hasSize(12 + 11);
			Message answer = Question.read(wire);
			assertThat(answer.getOPT()).as(message.toString()).isNotNull();
			assertThat(answer.getOPT().getPayloadSize()).isEqualTo(1232);
			assertThat(answer.getHeader().getFlag(Flags.RD)).isTrue();
			message.removeAllRecords(Section.ADDITIONAL);
			message.getHeader().unsetFlag(Flags.RD);
			answer = Question.read(datagram(message.toWire()));
			assertThat(answer.getOPT()).isNull();
			assertThat(answer.getHeader().getFlag(Flags.RD)).isFalse();
		}
		assertThat(datagram(withOption(8, 0, 3, 8, 0, 1))).as("what is wrong is in the record").hasSize(12 + 11);
	}

	@Test
	void tellsAllBitsOfTheCode() {
		Message question = new Message(1);
		question.addRecord(Record.newRecord(Name.fromConstantString("www.clickpath.test."), Type.A, DClass.IN),
				Section.QUESTION);
		question.addRecord(new OPTRecord(1232, 0, 1), Section.ADDITIONAL);
		assertThat(this.responder.datagram(RequestReader.read(ByteBuffer.wrap(question.toWire())), CLIENT))
			.extracting(Reply::rcode)
			.isEqualTo(Rcode.BADVERS);
	}

	@Test
	void saysNothingOfEdnsToWhoDoesNot() {
		assertThat(Question.of("www.clickpath.test", Type.A).ask(this.responder).getOPT()).isNull();
		assertThat(Question.of("www.clickpath.test", Type.A).upTo(4096).ask(this.responder).getOPT().getPayloadSize())
			.isEqualTo(1232);
	}

	@Test
	void cutsWhatIsTooLongAndGivesAllOfItToWhoComesByStream() {
		Responder many = Zones.responder(Zones.of(IntStream.range(0, 8)
			.mapToObj((i) -> Zones.endpoint("g" + i, "eu",
					IntStream.range(0, 8).mapToObj((j) -> "2001:db8::%d:%d".formatted(i, j)).toList()))
			.toArray(Endpoint[]::new)), (endpoint) -> true);
		for (int size : List.of(0, 100, 512, 1232, 65_535)) {
			Question question = Question.of("www.clickpath.test", Type.AAAA).upTo(size);
			byte[] wire = question.wire();
			Message cut = Question.read(wire(many.datagram(RequestReader.read(ByteBuffer.wrap(wire)), CLIENT)));
			assertThat(cut.numBytes()).isLessThanOrEqualTo(Math.clamp(size, 512, 1232));
			assertThat(cut.getHeader().getFlag(Flags.TC)).isTrue();
			byte @Nullable [] whole = wire(many.whole(RequestReader.read(ByteBuffer.wrap(wire)), CLIENT));
			assertThat(Question.read(whole).getHeader().getFlag(Flags.TC)).isFalse();
			assertThat(Question.read(whole).getSection(Section.ANSWER)).hasSize(64);
		}
	}

	@Test
	void adviceToComeByStreamIsNoLongerThanTheQuestion() {
		byte[] question = Question.of("www.clickpath.test", Type.A).upTo(1232).wire();
		byte @Nullable [] advice = wire(this.responder.comeByStream(RequestReader.read(ByteBuffer.wrap(question))));
		assertThat(advice).hasSameSizeAs(question);
		Header header = Question.read(advice).getHeader();
		assertThat(header.getFlag(Flags.TC)).isTrue();
		assertThat(header.getFlag(Flags.QR)).isTrue();
	}

	@Test
	void takesOptionsItDoesNotKnowAndRefusesSubnetsThatBreakTheRules() {
		assertThat(rcode(withOption(10, 1, 2, 3, 4, 5, 6, 7, 8))).as("a cookie").isEqualTo(Rcode.NOERROR);
		assertThat(rcode(withOption(8, 0, 0, 0, 0))).as("no family, no bits").isEqualTo(Rcode.NOERROR);
		assertThat(rcode(withOption(8, 0, 1, 24, 0, 192, 0, 2))).isEqualTo(Rcode.NOERROR);
		assertThat(rcode(withOption(8, 0, 1, 24, 8, 192, 0, 2))).as("a scope").isEqualTo(Rcode.FORMERR);
		assertThat(rcode(withOption(8, 0, 1, 20, 0, 192, 0, 2, 0))).as("too many octets").isEqualTo(Rcode.FORMERR);
		assertThat(rcode(withOption(8, 0, 1, 20, 0, 192, 0, 255))).as("bits beyond").isEqualTo(Rcode.FORMERR);
		assertThat(rcode(withOption(8, 0, 1, 33, 0, 192, 0, 2, 1, 0))).as("too many bits").isEqualTo(Rcode.FORMERR);
		assertThat(rcode(withOption(8, 0, 3, 8, 0, 1))).as("another family").isEqualTo(Rcode.FORMERR);
		assertThat(rcode(withOption(8, 0, 1))).as("cut").isEqualTo(Rcode.FORMERR);
	}

	private static byte[] withOption(int code, int... data) {
		byte[] question = Question.of("www.clickpath.test", Type.A).wire();
		ByteBuffer message = ByteBuffer.allocate(question.length + 15 + data.length).put(question);
		message.put((byte) 0).putShort((short) Type.OPT).putShort((short) 1232).putInt(0);
		message.putShort((short) (4 + data.length)).putShort((short) code).putShort((short) data.length);
		for (int octet : data) {
			message.put((byte) octet);
		}
		return message.putShort(10, (short) 1).array();
	}

	private static Message with(Record question, int section, Record record) {
		Message message = new Message(1);
		message.addRecord(question, Section.QUESTION);
		message.addRecord(record, section);
		return message;
	}

	private byte @Nullable [] datagram(byte[] message) {
		return wire(this.responder.datagram(RequestReader.read(ByteBuffer.wrap(message)), CLIENT));
	}

	private static byte @Nullable [] wire(@Nullable Reply reply) {
		return (reply != null) ? reply.wire() : null;
	}

	private int rcode(byte[] message) {
		return Objects.requireNonNull(datagram(message))[3] & 0xF;
	}

}
