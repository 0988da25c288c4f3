package dev.clickpath.storefront.upstream;

/**
 * Another service did not answer, or not with what was asked for.
 */
public final class UpstreamException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	UpstreamException(String name, RuntimeException cause) {
		super("The " + name + " did not answer", cause);
	}

}
