package dev.clickpath.gateway.listening;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.util.NetUtil;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AddressTokensTests {

	private static final InetSocketAddress CLIENT = new InetSocketAddress(NetUtil.LOCALHOST4, 4_000);

	private static final byte[] FIRST_ID = "first-id".getBytes(StandardCharsets.US_ASCII);

	private Instant now = Instant.parse("2026-01-01T00:00:00Z");

	private final AddressTokens tokens = new AddressTokens(() -> this.now);

	private ByteBuf token() {
		ByteBuf token = Unpooled.buffer(this.tokens.maxTokenLength(), this.tokens.maxTokenLength());
		assertThat(this.tokens.writeToken(token, Unpooled.wrappedBuffer(FIRST_ID), CLIENT)).isTrue();
		return token;
	}

	@Test
	void saysWhereTheFirstIdIs() {
		ByteBuf token = token();
		int id = this.tokens.validateToken(token.duplicate(), CLIENT);
		assertThat(token.toString(id, token.readableBytes() - id, StandardCharsets.US_ASCII)).isEqualTo("first-id");
	}

	@Test
	void isGoodForAFewSeconds() {
		ByteBuf token = token();
		this.now = this.now.plus(AddressTokens.LIFETIME);
		assertThat(this.tokens.validateToken(token, CLIENT)).isPositive();
		this.now = this.now.plus(Duration.ofMillis(1));
		assertThat(this.tokens.validateToken(token, CLIENT)).isEqualTo(-1);
	}

	@Test
	void isNotGoodBeforeItWasMade() {
		ByteBuf token = token();
		this.now = this.now.minus(Duration.ofMillis(1));
		assertThat(this.tokens.validateToken(token, CLIENT)).isEqualTo(-1);
	}

	@Test
	void isGoodForOneAddressAndPort() {
		ByteBuf token = token();
		assertThat(this.tokens.validateToken(token, new InetSocketAddress(NetUtil.LOCALHOST6, 4_000))).isEqualTo(-1);
		assertThat(this.tokens.validateToken(token, new InetSocketAddress(NetUtil.LOCALHOST4, 4_001))).isEqualTo(-1);
		assertThat(this.tokens.validateToken(token, CLIENT)).isPositive();
	}

	@Test
	void isGoodForOneProcess() {
		assertThat(new AddressTokens(() -> this.now).validateToken(token(), CLIENT)).isEqualTo(-1);
	}

	@Test
	void isNotGoodWhenAnyOctetIsAnother() {
		ByteBuf token = token();
		for (int i = 0; i < token.readableBytes(); i++) {
			ByteBuf changed = token.copy();
			changed.setByte(i, changed.getByte(i) ^ 1);
			assertThat(this.tokens.validateToken(changed, CLIENT)).as("octet %d", i).isEqualTo(-1);
		}
	}

	@Test
	void isNotGoodWhenItIsShorterOrLonger() {
		ByteBuf token = token();
		for (int length = 0; length < token.readableBytes(); length++) {
			assertThat(this.tokens.validateToken(token.slice(0, length), CLIENT)).isEqualTo(-1);
		}
		ByteBuf longer = Unpooled.wrappedBuffer(token, Unpooled.wrappedBuffer(new byte[1]));
		assertThat(this.tokens.validateToken(longer, CLIENT)).isEqualTo(-1);
		assertThat(this.tokens.validateToken(Unpooled.wrappedBuffer(new byte[10_000]), CLIENT)).isEqualTo(-1);
	}

}
