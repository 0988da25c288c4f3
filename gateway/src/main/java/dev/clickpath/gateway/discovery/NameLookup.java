package dev.clickpath.gateway.discovery;

import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Looks up all addresses of a name.
 */
@FunctionalInterface
interface NameLookup {

	/**
	 * Asks the system each time, that is, as often as the JVM's own memory for names is
	 * told to forget ({@code networkaddress.cache.ttl}).
	 */
	NameLookup SYSTEM = InetAddress::getAllByName;

	InetAddress[] lookup(String name) throws UnknownHostException;

}
