package dev.clickpath.cli.bench.gateway;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Another load balancer that the gateway is measured beside.
 */
interface Peer {

	/** What people call it. */
	String name();

	/** The program, as it is called on the PATH. */
	String program();

	/** What is said where it is not installed. */
	default String absence() {
		return "%1$s is not installed and was left out; install it with \"apt-get install %1$s\".".formatted(program());
	}

	/**
	 * What goes into its configuration.
	 * @param folder of its own
	 * @param port where it is to answer
	 * @param cores how many it may use
	 */
	String configuration(Path folder, int port, List<URI> upstreams, int cores);

	/**
	 * The command that runs it in front.
	 */
	List<String> command(Path executable, Path configuration, Path folder);

	static List<Peer> all() {
		return List.of(new Nginx(), new Haproxy());
	}

}
