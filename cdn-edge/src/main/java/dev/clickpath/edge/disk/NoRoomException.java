package dev.clickpath.edge.disk;

import java.io.IOException;

/**
 * There is no memory for a body at the moment.
 */
final class NoRoomException extends IOException {

	private static final long serialVersionUID = 1L;

	NoRoomException() {
		super("There is no room in memory");
	}

}
