package dev.clickpath.gateway.discovery;

import java.net.UnknownHostException;
import java.util.List;

import dev.clickpath.gateway.upstream.Found;

/**
 * Where instances are found.
 */
sealed interface Source permits Listed, Named {

	/**
	 * Those that are there now.
	 * @throws UnknownHostException when that cannot be found out for the moment
	 */
	List<Found> find() throws UnknownHostException;

	/** Whether it is worth looking again. */
	boolean isChanging();

}
