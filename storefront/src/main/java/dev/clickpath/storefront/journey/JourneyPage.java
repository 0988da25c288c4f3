package dev.clickpath.storefront.journey;

import java.util.ArrayList;
import java.util.List;

import dev.clickpath.storefront.language.Words;

/**
 * What there is to say about a click, before anything of it is known.
 *
 * @param steps what it consists of, in the order in which it happens
 * @param words the short words that the module needs
 */
public record JourneyPage(List<Step> steps, List<Word> words) {

	/** Known to the modules in {@code static/js/click} by the same names. */
	private static final List<String> STEPS = List.of("start", "redirect", "busy", "dns", "tcp", "tls", "way", "edge",
			"gateway", "storefront", "service", "db", "assembly", "other", "response", "parse", "scripts", "pictures",
			"load", "rest", "files", "first", "largest", "input", "key");

	private static final List<String> WORDS = List.of("column.line", "column.took", "unknown", "copied", "not-copied",
			"group.way", "group.server", "group.page", "group.files", "group.paint", "group.person", "state.reused",
			"state.local", "state.numeric", "state.remembered", "state.too-short", "state.quic", "state.plain",
			"state.own-cache", "state.ahead", "state.not-told", "state.insecure", "state.not-asked",
			"state.unsupported", "state.none", "state.left", "state.untouched", "state.untyped", "state.by-page",
			"state.opaque", "state.unplaced", "until.load", "until.largest", "until.left", "files.blocking",
			"files.ahead", "files.first", "files.script", "files.picture", "files.asked", "files.later", "file.name",
			"file.answer", "file.age", "file.encoding", "file.sent", "file.saved", "file.hits", "file.own",
			"candidate.instance", "candidate.zone", "candidate.available", "candidate.in-flight", "candidate.latency",
			"candidate.chosen", "candidate.yes", "candidate.no", "candidate.why");

	/**
	 * A step of every click.
	 *
	 * @param key what the modules call it
	 * @param name what people call it
	 * @param words what happens in it, and what shows it
	 */
	public record Step(String key, String name, String words) {
	}

	/**
	 * A word that the module puts where it is needed.
	 */
	public record Word(String key, String text) {
	}

	public static JourneyPage in(Words words) {
		List<Step> steps = STEPS.stream()
			.map((key) -> new Step(key, words.of("journey.step." + key), words.of("journey.step." + key + ".words")))
			.toList();
		List<Word> all = new ArrayList<>(
				WORDS.stream().map((key) -> new Word(key, words.of("journey." + key))).toList());
		// The place of the time is the module's to fill.
		all.add(new Word("at", words.of("journey.at", "#")));
		return new JourneyPage(steps, List.copyOf(all));
	}

}
