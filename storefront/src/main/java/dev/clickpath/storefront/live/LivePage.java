package dev.clickpath.storefront.live;

import java.util.List;

import dev.clickpath.storefront.language.Words;

/**
 * What there is to say on the live map.
 *
 * @param words those that its module puts where they are needed
 */
public record LivePage(List<Word> words) {

	/**
	 * States of storefronts as the gateway calls them, what became of switches as the
	 * supervisor does, and buttons.
	 */
	private static final List<String> WORDS = List.of("state.available", "state.full", "state.unhealthy",
			"state.ejected", "state.leaving", "state.draining", "state.drained", "ready", "not-ready", "stop", "hang",
			"result.hung", "result.stopped", "result.purged", "result.slowed", "result.resumed", "result.malformed",
			"result.wrong-token", "result.not-running", "result.one-has-to-stay", "result.failed", "result.none",
			"connecting", "connected", "lost", "no-requests");

	/**
	 * A word.
	 */
	public record Word(String key, String text) {
	}

	public static LivePage in(Words words) {
		return new LivePage(WORDS.stream().map((key) -> new Word(key, words.of("live." + key))).toList());
	}

}
