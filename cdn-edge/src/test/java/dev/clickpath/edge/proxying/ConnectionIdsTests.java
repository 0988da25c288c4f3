package dev.clickpath.edge.proxying;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.NetUtil;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionIdsTests {

	private static final InetSocketAddress CLIENT = new InetSocketAddress(NetUtil.LOCALHOST4, 4_000);

	private static final InetSocketAddress STRANGER = new InetSocketAddress(NetUtil.LOCALHOST4, 4_001);

	private final ConnectionIds ids = new ConnectionIds();

	private static ByteBuffer id(int number) {
		return ByteBuffer.allocate(20).putInt(0, number);
	}

	@Test
	void anIdBelongsToTheClientThatIsFirstToUseIt() {
		this.ids.begin(CLIENT);
		assertThat(this.ids.isTaken(id(1), CLIENT)).isFalse();
		this.ids.begin(STRANGER);
		assertThat(this.ids.isTaken(id(1), STRANGER)).isTrue();
		assertThat(this.ids.isTaken(id(1), CLIENT)).isFalse();
	}

	@Test
	void whoHasNoConnectionTakesNone() {
		assertThat(this.ids.isTaken(id(1), STRANGER)).isFalse();
		this.ids.begin(CLIENT);
		assertThat(this.ids.isTaken(id(1), CLIENT)).isFalse();
		assertThat(this.ids.isTaken(id(1), STRANGER)).isTrue();
		assertThat(this.ids.isClient(STRANGER)).isFalse();
	}

	@Test
	void idsAreForgottenWithTheLastConnection() {
		this.ids.begin(CLIENT);
		this.ids.begin(CLIENT);
		assertThat(this.ids.isTaken(id(1), CLIENT)).isFalse();
		this.ids.end(CLIENT);
		assertThat(this.ids.isTaken(id(1), STRANGER)).isTrue();
		this.ids.end(CLIENT);
		assertThat(this.ids.isTaken(id(1), STRANGER)).isFalse();
		assertThat(this.ids.isClient(CLIENT)).isFalse();
	}

	@Test
	void aClientTakesAFewOnly() {
		this.ids.begin(CLIENT);
		for (int i = 0; i < 20; i++) {
			assertThat(this.ids.isTaken(id(i), CLIENT)).isFalse();
		}
		assertThat(this.ids.isTaken(id(15), STRANGER)).isTrue();
		assertThat(this.ids.isTaken(id(16), STRANGER)).isFalse();
	}

	@Test
	void findsTheIdOfADatagram() {
		ByteBuf shortHeader = Unpooled.buffer().writeByte(0x43).writeBytes(id(7).array()).writeZero(3);
		assertThat(ConnectionIds.of(shortHeader)).isEqualTo(id(7));
		ByteBuf longHeader = Unpooled.buffer().writeByte(0xe3).writeInt(1).writeByte(20).writeBytes(id(7).array());
		assertThat(ConnectionIds.of(longHeader)).isEqualTo(id(7));
		assertThat(ConnectionIds.of(longHeader.slice(0, 25))).isNull();
		assertThat(ConnectionIds.of(longHeader.slice(0, 5))).isNull();
		assertThat(ConnectionIds.of(shortHeader.slice(0, 20))).isNull();
		ByteBuf another = Unpooled.buffer().writeByte(0xc3).writeInt(1).writeByte(8).writeZero(30);
		assertThat(ConnectionIds.of(another)).isNull();
	}

}
