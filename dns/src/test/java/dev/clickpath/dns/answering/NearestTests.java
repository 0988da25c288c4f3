package dev.clickpath.dns.answering;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;
import org.xbill.DNS.ClientSubnetOption;
import org.xbill.DNS.EDNSOption;
import org.xbill.DNS.Message;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class NearestTests {

	private static final Endpoint BERLIN = Zones.endpoint("berlin", "eu", List.of("192.0.2.1"), "10.0.0.0/8",
			"2001:db8::/32");

	private static final Endpoint LYON = Zones.endpoint("lyon", "eu", List.of("192.0.2.2"), "10.64.0.0/10");

	private static final Endpoint PORTLAND = Zones.endpoint("portland", "us", List.of("192.0.2.3"), "172.16.0.0/12",
			"10.65.0.0/16");

	private static final Endpoint OSAKA = Zones.endpoint("osaka", "ap", List.of("192.0.2.4"));

	private static final Pool POOL = new Pool(List.of(BERLIN, LYON, PORTLAND, OSAKA));

	@Test
	void theNetworkThatFitsBestLeads() {
		assertThat(nearest("10.1.2.3", all())).containsExactly(BERLIN);
		assertThat(nearest("10.64.2.3", all())).containsExactly(LYON);
		assertThat(nearest("10.65.2.3", all())).containsExactly(PORTLAND);
		assertThat(nearest("2001:db8::5", all())).containsExactly(BERLIN);
	}

	@Test
	void whoIsInNoNetworkIsLedToTheFirstZone() {
		assertThat(nearest("203.0.113.5", all())).containsExactly(BERLIN, LYON);
	}

	@Test
	void whenTheNearestIsNotWellTheNextIsTakenThenItsZoneThenOthers() {
		assertThat(nearest("10.65.2.3", all().and((endpoint) -> !endpoint.equals(PORTLAND)))).containsExactly(LYON);
		assertThat(nearest("172.16.0.1", all().and((endpoint) -> !endpoint.equals(PORTLAND)))).containsExactly(BERLIN,
				LYON);
		assertThat(nearest("2001:db8::5", all().and((endpoint) -> !endpoint.equals(BERLIN)))).containsExactly(LYON);
		assertThat(nearest("10.1.2.3", (endpoint) -> endpoint.equals(OSAKA))).containsExactly(OSAKA);
	}

	@Test
	void whenNobodyIsWellTheNearestIsStillBetterThanNothing() {
		assertThat(nearest("10.64.2.3", (endpoint) -> false)).containsExactly(LYON);
	}

	@Test
	void tellsForWhomElseTheAnswerHolds() {
		assertThat(scope("10.1.2.0/24")).as("10.64.0.0/10 differs in the tenth bit at least").isEqualTo(10);
		assertThat(scope("10.64.2.0/24")).as("from 10.65").isEqualTo(16);
		assertThat(scope("10.65.2.0/24")).isEqualTo(16);
		assertThat(scope("203.0.113.0/24")).as("the second bit tells it from 172.16.0.0/12").isEqualTo(2);
		assertThat(scope("10.0.0.0/8")).as("more would have to be known").isEqualTo(9);
		assertThat(scope("2001:db8::/56")).isEqualTo(32);
		assertThat(scope("0.0.0.0/0")).as("asks not to use it").isZero();
	}

	@Test
	void whoAsksForSomebodyElseIsAnsweredForThem() {
		Responder responder = Zones.responder(Zones.of(BERLIN, LYON, PORTLAND, OSAKA), all());
		Message answer = Question.of("www.clickpath.test", Type.A)
			.forClient("172.16.5.0/24")
			.ask(responder, "10.64.0.1");
		assertThat(Question.texts(answer, Section.ANSWER)).singleElement().asString().endsWith("192.0.2.3");
		Message hidden = Question.of("www.clickpath.test", Type.A).forClient("0.0.0.0/0").ask(responder, "10.64.0.1");
		assertThat(Question.texts(hidden, Section.ANSWER)).singleElement().asString().endsWith("192.0.2.2");
		Message fixed = Question.of("clickpath.test", Type.SOA).forClient("172.16.5.0/24").ask(responder, "10.64.0.1");
		assertThat(option(fixed).getScopePrefixLength()).as("the same for everybody").isZero();
	}

	@Test
	void allWhoShareTheScopeAreLedAlike() {
		Random random = new Random(5);
		for (int round = 0; round < 300; round++) {
			List<Endpoint> endpoints = new ArrayList<>();
			for (int i = 0; i < 4; i++) {
				String[] networks = random.ints(3, 0, 4)
					.mapToObj((bits) -> network(random.nextInt(), 2 + bits * random.nextInt(4)))
					.toArray(String[]::new);
				endpoints.add(Zones.endpoint("g" + i, "z" + random.nextInt(2), List.of("192.0.2." + i), networks));
			}
			Pool pool = new Pool(endpoints);
			Predicate<Endpoint> healthy = (endpoint) -> !endpoint.name().equals("g0");
			byte[] client = address(random.nextInt());
			Choice choice = pool.nearest(new Vantage(client, 32, healthy));
			for (int i = 0; i < 50; i++) {
				byte[] other = sharing(client, choice.scope(), random.nextInt());
				assertThat(pool.nearest(new Vantage(other, 32, healthy))).isEqualTo(choice);
			}
		}
	}

	@Test
	void aNetworkHasNoBitsBeyondItsLength() {
		for (String bad : List.of("10.0.0.1/8", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/x", "nowhere/8", "")) {
			assertThatIllegalArgumentException().as(bad)
				.isThrownBy(() -> Network.parse(bad))
				.withMessageContaining("is no network");
		}
	}

	private static Predicate<Endpoint> all() {
		return (endpoint) -> true;
	}

	private static List<Endpoint> nearest(String client, Predicate<Endpoint> healthy) {
		byte[] address = InetAddress.ofLiteral(client).getAddress();
		return POOL.nearest(new Vantage(address, Network.bits(address), healthy)).endpoints();
	}

	private static int scope(String network) {
		Message answer = Question.of("www.clickpath.test", Type.A)
			.forClient(network)
			.ask(Zones.responder(Zones.of(BERLIN, LYON, PORTLAND, OSAKA), all()));
		ClientSubnetOption option = option(answer);
		assertThat(option.getAddress().getHostAddress() + "/" + option.getSourcePrefixLength()).isEqualTo(
				InetAddress.ofLiteral(network.split("/", -1)[0]).getHostAddress() + "/" + network.split("/", -1)[1]);
		return option.getScopePrefixLength();
	}

	private static ClientSubnetOption option(Message answer) {
		return (ClientSubnetOption) answer.getOPT().getOptions(EDNSOption.Code.CLIENT_SUBNET).getFirst();
	}

	private static String network(int bits, int length) {
		byte[] masked = Network.masked(address(bits), length);
		return "%d.%d.%d.%d/%d".formatted(masked[0] & 0xFF, masked[1] & 0xFF, masked[2] & 0xFF, masked[3] & 0xFF,
				length);
	}

	private static byte[] address(int bits) {
		return new byte[] { (byte) (bits >> 24), (byte) (bits >> 16), (byte) (bits >> 8), (byte) bits };
	}

	private static byte[] sharing(byte[] address, int bits, int rest) {
		byte[] kept = Network.masked(address, bits);
		byte[] other = address(rest);
		byte[] otherKept = Network.masked(other, bits);
		for (int i = 0; i < kept.length; i++) {
			kept[i] |= (byte) (other[i] ^ otherKept[i]);
		}
		return kept;
	}

}
