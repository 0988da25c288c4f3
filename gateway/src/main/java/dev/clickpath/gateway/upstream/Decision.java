package dev.clickpath.gateway.upstream;

/**
 * What to do with a request now.
 */
public sealed interface Decision permits Choice, Decision.AllFull, Decision.NoneLeft {

	/** Whoever could answer has as much to do as it may have: wait in line. */
	record AllFull() implements Decision {
	}

	/** There is nobody who could be asked. */
	record NoneLeft() implements Decision {
	}

}
