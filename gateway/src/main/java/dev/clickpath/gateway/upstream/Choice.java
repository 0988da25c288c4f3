package dev.clickpath.gateway.upstream;

/**
 * An upstream chosen for one try of a request, and why, in words for people. Whoever got
 * it hands the upstream back to {@link UpstreamPool#release} once the try is over.
 */
public record Choice(Upstream upstream, String reason) implements Decision {

	/** The same choice, its reason with the circumstances of it put before. */
	Choice under(String circumstances) {
		return circumstances.isEmpty() ? this : new Choice(this.upstream, circumstances + this.reason);
	}

}
