package dev.clickpath.cli.click.names;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.Optional;

import dev.clickpath.cli.click.timeline.Stopwatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

class NamesTests {

	private StandInNameServer server;

	private Names names;

	@BeforeEach
	void open() throws Exception {
		this.server = new StandInNameServer();
		this.names = new Names(this.server.address(), false, NamesTests::system);
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	@Test
	void asksNobodyForThisMachine() throws NotHereException {
		assertThat(find("localhost").addresses()).extracting(InetAddress::getHostAddress)
			.containsExactly("0:0:0:0:0:0:0:1", "127.0.0.1");
		assertThat(find("SHOP.localhost").lookup().asked()).isFalse();
		assertThat(find("[::1]").addresses()).hasSize(1);
		assertThat(find("127.0.0.2").lookup().source()).contains("it is an address");
		assertThat(this.server.questions()).isEmpty();
	}

	@Test
	void anAddressByWhichOthersReachThisMachineIsThisMachineToo() throws Exception {
		Optional<String> own = NetworkInterface.networkInterfaces()
			.flatMap(NetworkInterface::inetAddresses)
			.filter((address) -> address instanceof Inet4Address && !address.isLoopbackAddress())
			.map(InetAddress::getHostAddress)
			.findFirst();
		assumeThat(own).as("this machine is on a network").isPresent();
		assertThat(find(own.orElseThrow()).addresses()).extracting(InetAddress::getHostAddress)
			.containsExactly(own.orElseThrow());
	}

	@Test
	void asksTheNameServerOfTheShop() throws NotHereException {
		Found found = find("www.clickpath.test");
		assertThat(found.addresses()).extracting(InetAddress::getHostAddress)
			.containsExactly("127.0.0.1", "0:0:0:0:0:0:0:1");
		assertThat(found.lookup().source()).startsWith("the name server at 127.0.0.1:");
		assertThat(found.lookup().facts()).containsExactly("HTTPS 1 . alpn=h3,h2");
		assertThat(found.lookup().ttlSeconds()).isEqualTo(20);
		assertThat(found.lookup().time().length()).isPositive();
		assertThat(this.server.questions()).containsExactlyInAnyOrder("www.clickpath.test. A",
				"www.clickpath.test. AAAA", "www.clickpath.test. HTTPS");
	}

	@Test
	void saysThatThereIsNoSuchName() {
		assertThatExceptionOfType(NotHereException.class).isThrownBy(() -> find("nobody.clickpath.test"))
			.withMessageMatching("The name server at 127.0.0.1:\\d+ knows no address of nobody.clickpath.test; .*\\.");
	}

	@Test
	void goesNowhereElse() {
		assertThatExceptionOfType(NotHereException.class).isThrownBy(() -> find("far.clickpath.test"))
			.withMessage(
					"far.clickpath.test is not this machine, it is 192.0.2.1; click looks only at what runs here.");
		assertThatExceptionOfType(NotHereException.class).isThrownBy(() -> find("192.0.2.1"));
		assertThatExceptionOfType(NotHereException.class).isThrownBy(() -> find("[2001:db8::1]"));
		assertThatExceptionOfType(NotHereException.class).isThrownBy(() -> find("1.2.3.4.5"))
			.withMessageContaining("is no address");
	}

	@Test
	void asksTheSystemWhereTheNameServerIsOfNoUse() {
		assertThatExceptionOfType(NotHereException.class).isThrownBy(() -> find("broken.clickpath.test"))
			.withMessageContaining(
					"There is no host called broken.clickpath.test, says the system's resolver, since the")
			.withMessageContaining("it answers SERVFAIL");
		InetSocketAddress nobody = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"),
				this.server.address().getPort());
		this.server.close();
		assertThatExceptionOfType(NotHereException.class)
			.isThrownBy(
					() -> new Names(nobody, false, NamesTests::system).find("www.clickpath.test", Stopwatch.started()))
			.withMessageContaining("it does not answer");
	}

	/** As many a router does that knows nothing newer than addresses. */
	@Test
	void goesOnWithoutWhatTheNameServerDoesNotAnswerFor() throws NotHereException {
		Found old = find("old.clickpath.test");
		assertThat(old.addresses()).extracting(InetAddress::getHostAddress).containsExactly("127.0.0.1");
		assertThat(old.lookup().source()).startsWith("the name server at");
		assertThat(old.lookup().facts()).containsExactly("AAAA: it answers FORMERR", "HTTPS: it answers NOTIMP");
		assertThat(old.lookup().ttlSeconds()).isEqualTo(20);
		assertThat(find("new.clickpath.test").addresses()).extracting(InetAddress::getHostAddress)
			.containsExactly("0:0:0:0:0:0:0:1");
		assertThat(find("silent.clickpath.test").lookup().facts()).containsExactly("HTTPS: it does not answer");
		assertThatExceptionOfType(NotHereException.class).as("there may be an address that it could not find")
			.isThrownBy(() -> find("half.clickpath.test"))
			.withMessageContaining("of no use (it answers SERVFAIL)");
	}

	@Test
	void remembersAsLongAsItMay() throws NotHereException {
		HostCache cache = new HostCache(this.names);
		cache.find("www.clickpath.test", Stopwatch.started());
		Found again = cache.find("www.clickpath.test", Stopwatch.started());
		assertThat(again.lookup().asked()).isFalse();
		assertThat(this.server.questions()).hasSize(3);
		assertThat(cache.nanosToRemember("www.clickpath.test")).isPresent();
		cache.find("brief.clickpath.test", Stopwatch.started());
		assertThat(cache.nanosToRemember("brief.clickpath.test")).as("its answer may not be kept").isEmpty();
	}

	@Test
	void asksTheSystemForOtherNamesUnlessItIsTold() throws NotHereException {
		assertThat(find("machine.example").lookup().source()).isEqualTo("the system's resolver");
		assertThat(this.server.questions()).isEmpty();
		assertThatExceptionOfType(NotHereException.class)
			.isThrownBy(() -> new Names(this.server.address(), true, NamesTests::system).find("machine.example",
					Stopwatch.started()))
			.withMessageContaining("knows no address of machine.example");
	}

	private static InetAddress[] system(String name) throws UnknownHostException {
		if (name.equals("machine.example")) {
			return new InetAddress[] { InetAddress.ofLiteral("127.0.0.1") };
		}
		throw new UnknownHostException(name);
	}

	private Found find(String host) throws NotHereException {
		return this.names.find(host, Stopwatch.started());
	}

}
