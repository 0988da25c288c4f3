package dev.clickpath.cli.bench.edge;

import java.nio.file.Path;
import java.util.List;

/**
 * Another cache that the edge is measured beside.
 */
interface Peer {

	/** What people call it. */
	String name();

	/** The program, as it is called on the PATH. */
	String program();

	/** The package that brings it. */
	String distribution();

	boolean takes(Case test);

	/**
	 * Writes its configuration.
	 * @return the command that runs it in front
	 */
	List<String> configure(Path executable, Site site);

	/**
	 * Those there are.
	 */
	static List<Peer> all() {
		return List.of(new Nginx(false), new Nginx(true), new Varnish(), new Haproxy());
	}

}
