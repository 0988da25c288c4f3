package dev.clickpath.gateway.live;

import java.net.InetAddress;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class WatchersTests {

	private final Watchers watchers = new Watchers(3, 2);

	@Test
	void oneClientLeavesPlacesToOthers() {
		assertThat(enter("192.0.2.1")).isEqualTo(Watchers.Entry.WATCHES);
		assertThat(enter("192.0.2.1")).isEqualTo(Watchers.Entry.WATCHES);
		assertThat(enter("192.0.2.1")).isEqualTo(Watchers.Entry.HAS_ENOUGH);
		assertThat(enter("192.0.2.2")).isEqualTo(Watchers.Entry.WATCHES);
		assertThat(enter("192.0.2.3")).isEqualTo(Watchers.Entry.ALL_PLACES_TAKEN);
	}

	@Test
	void whoeverLeavesMayComeAgainAndIsForgotten() {
		enter("192.0.2.1");
		enter("192.0.2.1");
		leave("192.0.2.1");
		assertThat(enter("192.0.2.1")).isEqualTo(Watchers.Entry.WATCHES);
		assertThat(enter("192.0.2.1")).isEqualTo(Watchers.Entry.HAS_ENOUGH);
		leave("192.0.2.1");
		leave("192.0.2.1");
		assertThat(this.watchers.clients()).isZero();
	}

	@Test
	void aNetworkOfIpv6IsOneClient() {
		enter("2001:db8::1");
		enter("2001:db8::2:1");
		assertThat(enter("2001:db8::3:1:1")).isEqualTo(Watchers.Entry.HAS_ENOUGH);
		assertThat(enter("2001:db8:0:1::1")).isEqualTo(Watchers.Entry.WATCHES);
	}

	private Watchers.Entry enter(String address) {
		return this.watchers.enter(InetAddress.ofLiteral(address));
	}

	private void leave(String address) {
		this.watchers.leave(InetAddress.ofLiteral(address));
	}

}
