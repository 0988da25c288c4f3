package dev.clickpath.dns.listening;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * Where the name server listens, and how patiently it deals with clients.
 *
 * @param addresses where; nobody but this machine unless said otherwise, and {@code ::}
 * for all there are
 * @param threads how many take datagrams at each address; 0 for one a core, four at most
 * @param largestDatagram how long an answer by UDP may be, whatever the client takes
 * @param maxConnections how many clients may be connected; when more come, the one that
 * has been silent longest goes
 * @param maxConnectionsOfOne how many connections one address may have
 * @param idleTimeout how long a connection may be silent
 * @param messageTimeout how long a question may take to come, or an answer to be taken
 */
@ConfigurationProperties("clickpath.dns")
public record ListeningProperties(@DefaultValue( {
		"127.0.0.1", "::1" }) List<String> addresses, @DefaultValue("0") int threads,
		@DefaultValue("1232") int largestDatagram, @DefaultValue("256") int maxConnections,
		@DefaultValue("32") int maxConnectionsOfOne, @DefaultValue("10s") Duration idleTimeout,
		@DefaultValue("5s") Duration messageTimeout){

	/** Of IPv6, and of IPv4 with them. */
	private static final InetAddress ALL = InetAddress.ofLiteral("::");

	private static final int SMALLEST = 512;

	private static final int LARGEST = 4096;

	private static final int MOST_THREADS = 4;

	public ListeningProperties {
		addresses = List.copyOf(addresses);
		Assert.notEmpty(addresses, "clickpath.dns.addresses needs an address like 127.0.0.1");
		Assert.isTrue(threads >= 0, "clickpath.dns.threads must not be negative");
		Assert.isTrue(largestDatagram >= SMALLEST && largestDatagram <= LARGEST,
				"clickpath.dns.largest-datagram must be between 512 and 4096");
		Assert.isTrue(maxConnections > 0, "clickpath.dns.max-connections must be positive");
		Assert.isTrue(maxConnectionsOfOne > 0, "clickpath.dns.max-connections-of-one must be positive");
		Assert.isTrue(idleTimeout.isPositive(), "clickpath.dns.idle-timeout must be positive");
		Assert.isTrue(messageTimeout.isPositive(), "clickpath.dns.message-timeout must be positive");
	}

	/** Whoever listens at all addresses has left none of them for another socket. */
	List<InetAddress> literalAddresses() {
		List<InetAddress> literal = this.addresses.stream().map(InetAddress::ofLiteral).distinct().toList();
		return literal.contains(ALL) ? List.of(ALL) : literal;
	}

	int threadsOfOneAddress() {
		return (this.threads > 0) ? this.threads : Math.min(Runtime.getRuntime().availableProcessors(), MOST_THREADS);
	}

}
