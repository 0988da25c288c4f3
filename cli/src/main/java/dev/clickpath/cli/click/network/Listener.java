package dev.clickpath.cli.click.network;

import java.util.List;

/**
 * Wants to know what an answer's fields link to before the body is there: of 103 and of
 * the answer itself. It is called by the thread that reads the network, so it has to be
 * quick.
 */
@FunctionalInterface
public interface Listener {

	void links(List<String> lines);

}
