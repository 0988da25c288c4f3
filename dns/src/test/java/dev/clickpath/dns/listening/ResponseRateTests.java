package dev.clickpath.dns.listening;

import java.net.InetAddress;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

import dev.clickpath.dns.listening.ResponseRate.Verdict;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ResponseRateTests {

	private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1_000);

	private final ResponseRate rate = rate(new RateLimitProperties(10, 2, 64, false));

	@Test
	void aNetworkIsSentSoManyASecond() {
		assertThat(sent("192.0.2.1", 30)).isEqualTo(10);
		this.now.addAndGet(500_000_000);
		assertThat(sent("192.0.2.200", 30)).as("the same network").isEqualTo(5);
		this.now.addAndGet(60_000_000_000L);
		assertThat(sent("192.0.2.1", 30)).as("nobody saves up").isEqualTo(10);
	}

	@Test
	void anotherNetworkHasARateOfItsOwn() {
		sent("192.0.2.1", 30);
		assertThat(sent("192.0.3.1", 30)).isEqualTo(10);
		assertThat(sent("2001:db8:0:100::1", 30)).isEqualTo(10);
		assertThat(sent("2001:db8:0:1ff::1", 30)).as("the same /56").isZero();
		assertThat(sent("2001:db8:0:200::1", 30)).isEqualTo(10);
	}

	@Test
	void everySecondOneBeyondIsTheAdviceToComeByStream() {
		sent("192.0.2.1", 10);
		assertThat(IntStream.range(0, 4).mapToObj((i) -> decide("192.0.2.1")).toList()).containsExactly(Verdict.DROP,
				Verdict.COME_BY_STREAM, Verdict.DROP, Verdict.COME_BY_STREAM);
		ResponseRate silent = rate(new RateLimitProperties(1, 0, 64, false));
		assertThat(IntStream.range(0, 4).mapToObj((i) -> silent.decide(InetAddress.ofLiteral("192.0.2.1"))).toList())
			.containsExactly(Verdict.SEND, Verdict.DROP, Verdict.DROP, Verdict.DROP);
	}

	@Test
	void thisMachineIsNotLimitedUnlessSaidSo() {
		assertThat(sent("127.0.0.1", 30)).isEqualTo(30);
		ResponseRate strict = rate(new RateLimitProperties(10, 2, 64, true));
		assertThat(IntStream.range(0, 30)
			.filter((i) -> strict.decide(InetAddress.ofLiteral("127.0.0.1")) == Verdict.SEND)
			.count()).isEqualTo(10);
	}

	@Test
	void manyNetworksTakeNoMoreRoomThanThereIs() {
		long sent = IntStream.range(0, 10_000)
			.filter((i) -> decide("10.%d.%d.1".formatted(i / 256, i % 256)) == Verdict.SEND)
			.count();
		assertThat(sent).isEqualTo(10_000);
	}

	private ResponseRate rate(RateLimitProperties properties) {
		return new ResponseRate(properties, 42, this.now::get);
	}

	private long sent(String client, int answers) {
		return IntStream.range(0, answers).filter((i) -> decide(client) == Verdict.SEND).count();
	}

	private Verdict decide(String client) {
		return this.rate.decide(InetAddress.ofLiteral(client));
	}

}
