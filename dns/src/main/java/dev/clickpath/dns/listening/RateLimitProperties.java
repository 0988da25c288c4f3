package dev.clickpath.dns.listening;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How much goes to one network by UDP, where nobody has to be who they say they are.
 *
 * @param perSecond how many answers to one /24 of IPv4 or /56 of IPv6 a second
 * @param slip of those beyond it, every so many-th is answered with the advice to come by
 * TCP; the others are dropped. 0: all are
 * @param tracked how many networks are remembered
 * @param loopback whether this machine's own questions count
 */
@ConfigurationProperties("clickpath.dns.rate-limit")
public record RateLimitProperties(@DefaultValue("200") int perSecond, @DefaultValue("2") int slip,
		@DefaultValue("16384") int tracked, @DefaultValue("false") boolean loopback) {

	private static final int MOST = 1_000_000;

	public RateLimitProperties {
		Assert.isTrue(perSecond > 0 && perSecond <= MOST,
				"clickpath.dns.rate-limit.per-second must be between 1 and 1000000");
		Assert.isTrue(slip >= 0, "clickpath.dns.rate-limit.slip must not be negative");
		Assert.isTrue(tracked > 0 && tracked <= MOST, "clickpath.dns.rate-limit.tracked must be between 1 and 1000000");
	}

}
