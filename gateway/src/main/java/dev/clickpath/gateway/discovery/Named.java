package dev.clickpath.gateway.discovery;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import dev.clickpath.gateway.upstream.Found;

/**
 * The instances are all addresses of a name.
 */
record Named(HostAndPort service, NameLookup names) implements Source {

	@Override
	public List<Found> find() throws UnknownHostException {
		return Arrays.stream(this.names.lookup(this.service.host()))
			.map(this::address)
			.distinct()
			.sorted(Comparator.comparing(URI::toString))
			.map(Found::at)
			.toList();
	}

	@Override
	public boolean isChanging() {
		return true;
	}

	private URI address(InetAddress address) {
		String literal = address.getHostAddress();
		// The zone of a link-local address says nothing to anybody else.
		String host = (address instanceof Inet6Address) ? "[" + literal.replaceAll("%.*", "") + "]" : literal;
		return URI.create("http://" + host + ":" + this.service.port());
	}

}
