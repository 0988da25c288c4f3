package dev.clickpath.dns.answering;

/**
 * A message breaks the rules. There are many on the open net, so it costs little.
 */
final class MalformedException extends Exception {

	private static final long serialVersionUID = 1L;

	MalformedException() {
		super("", null, false, false);
	}

}
