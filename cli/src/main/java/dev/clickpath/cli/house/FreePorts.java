package dev.clickpath.cli.house;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

import dev.clickpath.cli.Problem;

/**
 * Looks whether the shop's ports are free before anything is started.
 */
public final class FreePorts {

	private static final int LOWEST = 20_000;

	/** The one 1000 above is also below what systems give away by themselves. */
	private static final int HIGHEST = 31_000;

	/** Below what systems give away by themselves, above what the shop has. */
	private static final int HIGHEST_OF_ONE = 20_999;

	/** Between a service's port and that of its management. */
	private static final int DISTANCE = 1_000;

	/**
	 * With these all ports of a house are between those that are often used and those
	 * given away.
	 */
	private static final int LOWEST_OFFSET = 14_600;

	private static final int HIGHEST_OFFSET = 22_000;

	private static final int ATTEMPTS = 10_000;

	/** Whoever was given one may not listen there yet. */
	private static final Set<Integer> given = new HashSet<>();

	private FreePorts() {
	}

	/**
	 * Complains of the first port that something else listens at.
	 */
	public static void check(House house) {
		check(house, (port) -> isFree(house, port));
	}

	static void check(House house, IntPredicate isFree) {
		for (Map.Entry<Integer, String> port : house.ports().entrySet()) {
			if (!isFree.test(port.getKey())) {
				throw new Problem(
						"Port %d, which %s needs, is taken; end what listens there, or shift all ports with --port-offset."
							.formatted(port.getKey(), port.getValue()));
			}
		}
	}

	/**
	 * Asks for both: some systems let a listener on all addresses sit beside one on a
	 * single address.
	 */
	static boolean isFree(int port) {
		InetAddress loopback = InetAddress.ofLiteral("127.0.0.1");
		return canBind(new InetSocketAddress(loopback, port)) && canBind(new InetSocketAddress(port));
	}

	/**
	 * Gateway and edge use UDP, too, and say when they have to do without; a name server
	 * cannot.
	 */
	private static boolean isFree(House house, int port) {
		return isFree(port) && (port != house.nameServerPort() || isFreeForDatagrams(port));
	}

	static boolean isFreeForDatagrams(int port) {
		try (DatagramSocket loopback = new DatagramSocket(port, InetAddress.ofLiteral("127.0.0.1"))) {
			return loopback.isBound();
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static boolean canBind(InetSocketAddress address) {
		try (ServerSocket socket = new ServerSocket()) {
			socket.setReuseAddress(true);
			socket.bind(address);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * A port that is free now and was not given before, for what runs beside the shop.
	 */
	public static int any() {
		return find(HIGHEST_OF_ONE, 0);
	}

	/**
	 * A port that is free now and was not given before, like the one 1000 above.
	 */
	public static int anyPair() {
		return find(HIGHEST, DISTANCE);
	}

	/**
	 * A port offset by which a house finds all its ports free now.
	 * @param house makes a house of an offset
	 */
	public static int anyOffset(IntFunction<House> house) {
		return new Random().ints(LOWEST_OFFSET, HIGHEST_OFFSET + 1)
			.limit(ATTEMPTS)
			.filter((offset) -> isFree(house.apply(offset)))
			.findFirst()
			.orElseThrow(FreePorts::full);
	}

	private static boolean isFree(House house) {
		return house.ports().keySet().stream().allMatch((port) -> isFree(house, port));
	}

	private static Problem full() {
		return new Problem("This machine has no free port left; end something that listens.");
	}

	/**
	 * Finds a port and the one so far above it.
	 */
	private static synchronized int find(int highest, int distance) {
		int found = new Random().ints(LOWEST, highest + 1)
			.limit(ATTEMPTS)
			.filter((port) -> !given.contains(port) && !given.contains(port + distance))
			.filter((port) -> isFree(port) && isFree(port + distance))
			.findFirst()
			.orElseThrow(FreePorts::full);
		given.add(found);
		given.add(found + distance);
		return found;
	}

}
