package dev.clickpath.dns.answering;

import java.util.List;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ZoneTests {

	private final Responder responder = Zones.local((endpoint) -> true);

	@Test
	void leadsToTheGatewayAtItsOwnNameAndAtWww() {
		assertThat(answer("clickpath.test", Type.A)).containsExactly("clickpath.test. 30 IN A 127.0.0.1");
		assertThat(answer("www.clickpath.test", Type.A)).containsExactly("www.clickpath.test. 30 IN A 127.0.0.1");
		assertThat(answer("www.clickpath.test", Type.AAAA))
			.containsExactly("www.clickpath.test. 30 IN AAAA 0:0:0:0:0:0:0:1");
		assertThat(answer("gateway.gateways.clickpath.test", Type.A)).hasSize(1);
	}

	@Test
	void tellsThePortAndTheProtocols() {
		assertThat(answer("www.clickpath.test", Type.HTTPS)).singleElement()
			.asString()
			.startsWith("www.clickpath.test. 30 IN HTTPS 1 . alpn=")
			.contains("h3,h2", "port=8443", "ipv4hint=127.0.0.1", "ipv6hint=");
		assertThat(answer("_8443._https.www.clickpath.test", Type.HTTPS)).singleElement()
			.asString()
			.contains("HTTPS 1 www.clickpath.test. alpn=");
	}

	@Test
	void namesThePortInTheSameDigitsOnEveryMachine() {
		Locale usual = Locale.getDefault();
		try {
			Locale.setDefault(Locale.of("fa", "IR"));
			Responder elsewhere = Zones.local((endpoint) -> true);
			for (String name : List.of("_8443._https.www.clickpath.test", "_8443._https.cdn.clickpath.test")) {
				assertThat(Question.of(name, Type.HTTPS).ask(elsewhere).getRcode()).isEqualTo(Rcode.NOERROR);
			}
		}
		finally {
			Locale.setDefault(usual);
		}
	}

	@Test
	void followsTheAliasOfTheEdge() {
		assertThat(answer("cdn.clickpath.test", Type.A)).containsExactly(
				"cdn.clickpath.test. 300 IN CNAME edge.clickpath.test.", "edge.clickpath.test. 30 IN A 127.0.0.2");
		assertThat(answer("cdn.clickpath.test", Type.CNAME))
			.containsExactly("cdn.clickpath.test. 300 IN CNAME edge.clickpath.test.");
		Message absent = ask("cdn.clickpath.test", Type.TXT);
		assertThat(absent.getRcode()).isEqualTo(Rcode.NOERROR);
		assertThat(Question.texts(absent, Section.ANSWER)).hasSize(1);
		assertThat(Question.texts(absent, Section.AUTHORITY)).singleElement().asString().contains("SOA");
		assertThat(answer("_8443._https.cdn.clickpath.test", Type.HTTPS)).hasSize(2);
	}

	@Test
	void tellsWhoAnswersForIt() {
		assertThat(answer("clickpath.test", Type.SOA)).containsExactly(
				"clickpath.test. 3600 IN SOA ns1.clickpath.test. hostmaster.clickpath.test. 7 3600 600 604800 20");
		Message servers = ask("clickpath.test", Type.NS);
		assertThat(Question.texts(servers, Section.ANSWER))
			.containsExactly("clickpath.test. 3600 IN NS ns1.clickpath.test.");
		assertThat(Question.texts(servers, Section.ADDITIONAL)).hasSize(2);
	}

	@Test
	void whatIsNotThereIsToldWithTheTimeThatMayBeKept() {
		for (String name : List.of("nobody.clickpath.test", "a.www.clickpath.test", "x.nobody.clickpath.test")) {
			Message absent = ask(name, Type.A);
			assertThat(absent.getRcode()).as(name).isEqualTo(Rcode.NXDOMAIN);
			assertThat(absent.getHeader().getFlag(Flags.AA)).isTrue();
			assertThat(Question.texts(absent, Section.AUTHORITY)).containsExactly(
					"clickpath.test. 20 IN SOA ns1.clickpath.test. hostmaster.clickpath.test. 7 3600 600 604800 20");
		}
	}

	@Test
	void aNameWithNothingOfTheTypeIsThereAndSoIsOneWithOnlyNamesBelow() {
		for (String name : List.of("www.clickpath.test", "gateways.clickpath.test", "_https.www.clickpath.test",
				"_https.clickpath.test", "edges.clickpath.test")) {
			Message absent = ask(name, Type.TXT);
			assertThat(absent.getRcode()).as(name).isEqualTo(Rcode.NOERROR);
			assertThat(absent.getHeader().getFlag(Flags.AA)).isTrue();
			assertThat(Question.texts(absent, Section.ANSWER)).isEmpty();
			assertThat(Question.texts(absent, Section.AUTHORITY)).hasSize(1);
		}
	}

	@Test
	void answersForNoOtherZoneAndGivesItselfAwayToNobody() {
		assertThat(ask("example.test", Type.A).getRcode()).isEqualTo(Rcode.REFUSED);
		assertThat(ask("test", Type.A).getRcode()).isEqualTo(Rcode.REFUSED);
		assertThat(ask("notclickpath.test", Type.A).getRcode()).isEqualTo(Rcode.REFUSED);
		assertThat(ask(".", Type.NS).getRcode()).isEqualTo(Rcode.REFUSED);
		assertThat(ask("clickpath.test", Type.AXFR).getRcode()).isEqualTo(Rcode.REFUSED);
		assertThat(ask("clickpath.test", Type.IXFR).getRcode()).isEqualTo(Rcode.REFUSED);
		assertThat(Question.of("version.bind", Type.TXT, DClass.CH).ask(this.responder).getRcode())
			.isEqualTo(Rcode.REFUSED);
		assertThat(ask("example.test", Type.A).getHeader().getFlag(Flags.AA)).isFalse();
	}

	@Test
	void everythingIsNotMuch() {
		assertThat(answer("clickpath.test", Type.ANY)).containsExactly("clickpath.test. 30 IN HINFO \"RFC8482\" \"\"");
		assertThat(answer("cdn.clickpath.test", Type.ANY)).singleElement().asString().contains("CNAME");
		assertThat(ask("nobody.clickpath.test", Type.ANY).getRcode()).isEqualTo(Rcode.NXDOMAIN);
		assertThat(ask("gateways.clickpath.test", Type.ANY).getSection(Section.ANSWER)).isEmpty();
	}

	@Test
	void takesOnlyNamesThatAreOnes() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Zones.of(Zones.endpoint("a..b", "eu", List.of("127.0.0.1"))))
			.withMessageContaining("is no name");
	}

	private Message ask(String name, int type) {
		return Question.of(name, type).ask(this.responder);
	}

	private List<String> answer(String name, int type) {
		Message message = ask(name, type);
		assertThat(message.getRcode()).isEqualTo(Rcode.NOERROR);
		assertThat(message.getHeader().getFlag(Flags.AA)).isTrue();
		return Question.texts(message, Section.ANSWER);
	}

}
