package dev.clickpath.gateway.upstream;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/**
 * An instance as discovery found it. What discovery does not know the instance may tell
 * itself.
 *
 * @param address scheme, host and port; what tells it from the others
 * @param name what people call it, or null
 * @param zone where it stands, or null
 * @param weight its share of the requests beside that of the others; 1 is usual
 */
public record Found(URI address, @Nullable String name, @Nullable String zone, double weight) {

	/** An instance of which only the address is known. */
	public static Found at(URI address) {
		return new Found(address, null, null, 1);
	}

}
