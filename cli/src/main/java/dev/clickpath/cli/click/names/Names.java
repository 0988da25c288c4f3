package dev.clickpath.cli.click.names;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.security.Security;
import java.util.List;
import java.util.Locale;

import dev.clickpath.cli.click.timeline.Lookup;
import dev.clickpath.cli.click.timeline.Span;
import dev.clickpath.cli.click.timeline.Stopwatch;
import org.jspecify.annotations.Nullable;

/**
 * Finds the addresses of names on this machine, as a browser would: those of localhost
 * are known (RFC 6761, section 6.3), those of the shop's own domain are its name server's
 * to tell, and all others the system's.
 */
public final class Names {

	/** Which the shop's name server speaks for. */
	private static final String DOMAIN = "clickpath.test";

	private static final String LOCALHOST = "localhost";

	private static final List<InetAddress> LOOPBACK = List.of(InetAddress.ofLiteral("::1"),
			InetAddress.ofLiteral("127.0.0.1"));

	private final NameServer server;

	private final boolean forAll;

	private final SystemResolver system;

	/**
	 * Names, of which some are asked of a name server.
	 * @param server where it is
	 * @param forAll whether it is asked for all names, and not only for those of the shop
	 */
	public Names(InetSocketAddress server, boolean forAll) {
		this(server, forAll, InetAddress::getAllByName);
	}

	Names(InetSocketAddress server, boolean forAll, SystemResolver system) {
		this.server = new NameServer(server);
		this.forAll = forAll;
		this.system = system;
	}

	/** What the operating system knows. */
	@FunctionalInterface
	interface SystemResolver {

		InetAddress[] addresses(String name) throws UnknownHostException;

	}

	/**
	 * Makes the system's resolver be asked each time. What it says is otherwise kept for
	 * half a minute by the JVM, and kept answers are not what is to be measured. It has
	 * to be said before the first name is looked up.
	 */
	public static void keepNothing() {
		Security.setProperty("networkaddress.cache.ttl", "0");
		Security.setProperty("networkaddress.cache.negative.ttl", "0");
	}

	/**
	 * The addresses of a host that are on this machine.
	 * @param host a name, or an address, IPv6 in brackets
	 * @throws NotHereException when there is no such name, or it is elsewhere
	 */
	public Found find(String host, Stopwatch watch) throws NotHereException {
		long from = watch.now();
		Answer answer = answer(host);
		Span time = new Span(from, watch.now());
		List<InetAddress> here = answer.addresses().stream().filter(Names::isHere).toList();
		if (here.isEmpty()) {
			String address = answer.addresses().getFirst().getHostAddress();
			throw new NotHereException("%s is not this machine%s; click looks only at what runs here.".formatted(host,
					answer.asked() ? ", it is " + address : ""));
		}
		return new Found(here, new Lookup(host, answer.asked(), answer.source(),
				here.stream().map(Found::text).toList(), answer.facts(), answer.ttlSeconds(), time));
	}

	/**
	 * Whether whatever is at an address runs here: behind one of the machine's own, by
	 * which others reach it, there is nobody else either.
	 */
	private static boolean isHere(InetAddress address) {
		try {
			return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
		}
		catch (SocketException ex) {
			return false;
		}
	}

	private Answer answer(String host) throws NotHereException {
		String name = host.toLowerCase(Locale.ROOT);
		if (isLiteral(name)) {
			return new Answer(List.of(literal(name)), List.of(), null, false,
					"nobody has to be asked, it is an address");
		}
		if (name.equals(LOCALHOST) || name.endsWith("." + LOCALHOST)) {
			return new Answer(LOOPBACK, List.of(), null, false,
					"nobody has to be asked, this name is always this machine (RFC 6761)");
		}
		if (this.forAll || isOfShop(name)) {
			return ofServer(name);
		}
		return ofSystem(name, "the system's resolver");
	}

	private Answer ofServer(String name) throws NotHereException {
		String where = text(this.server.address());
		try {
			NameServer.Known known = this.server.ask(name);
			if (known.addresses().isEmpty()) {
				throw new NotHereException("The name server at %s knows no address of %s; look how the name is written."
					.formatted(where, name));
			}
			return new Answer(known.addresses(), known.facts(), known.ttlSeconds(), true,
					"the name server at " + where);
		}
		catch (IOException ex) {
			return ofSystem(name, "the system's resolver, since the name server at %s is of no use (%s)"
				.formatted(where, ex.getMessage()));
		}
	}

	private Answer ofSystem(String name, String source) throws NotHereException {
		try {
			return new Answer(List.of(this.system.addresses(name)), List.of(), null, true, source);
		}
		catch (UnknownHostException ex) {
			throw new NotHereException(
					"There is no host called %s, says %s; look how the name is written.".formatted(name, source), ex);
		}
	}

	private static boolean isOfShop(String name) {
		return name.equals(DOMAIN) || name.endsWith("." + DOMAIN);
	}

	private static boolean isLiteral(String host) {
		return host.startsWith("[") || host.matches("[0-9.]+");
	}

	private static InetAddress literal(String host) throws NotHereException {
		try {
			return InetAddress.ofLiteral(host.startsWith("[") ? host.substring(1, host.length() - 1) : host);
		}
		catch (IllegalArgumentException ex) {
			throw new NotHereException(
					"%s is no address; IPv4 is written like 127.0.0.1 and IPv6 like [::1].".formatted(host), ex);
		}
	}

	/**
	 * What somebody said.
	 *
	 * @param asked whether anybody was asked
	 * @param source who that was, or why nobody
	 */
	private record Answer(List<InetAddress> addresses, List<String> facts, @Nullable Long ttlSeconds, boolean asked,
			String source) {

	}

	private static String text(InetSocketAddress address) {
		return address.getHostString() + ":" + address.getPort();
	}

}
