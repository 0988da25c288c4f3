package dev.clickpath.cli.load.shoppers;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

import dev.clickpath.cli.load.accounting.Failure;
import dev.clickpath.cli.load.browsing.Window;
import dev.clickpath.cli.shopping.Form;
import dev.clickpath.cli.shopping.NoAnswerException;
import dev.clickpath.cli.shopping.Page;
import org.jsoup.nodes.Element;

/**
 * The search field with its script: whoever stops typing for a moment gets suggestions.
 */
final class SearchField {

	/** As in the shop's script. */
	private static final long DEBOUNCE = TimeUnit.MILLISECONDS.toNanos(120);

	private static final int SHORTEST = 2;

	/** From one letter to the next, on average. */
	private static final long LETTER = TimeUnit.MILLISECONDS.toNanos(180);

	/** The share of a pause that may be spent typing. */
	private static final double TYPING = 0.7;

	private static final double WORD_OF_THE_PAGE = 0.5;

	private final Window window;

	private final Clock clock;

	private final List<String> vocabulary;

	private final RandomGenerator random;

	SearchField(Window window, Clock clock, List<String> vocabulary, RandomGenerator random) {
		this.window = window;
		this.clock = clock;
		this.vocabulary = vocabulary;
		this.random = random;
	}

	/**
	 * Finds something to search for, and types it.
	 * @param due when the last letter is to stand there
	 * @param pause what may be spent on it
	 */
	String think(long due, Duration pause) throws InterruptedException {
		Page page = this.window.page();
		List<String> words = (page != null && this.random.nextDouble() < WORD_OF_THE_PAGE) ? Links.words(page)
				: this.vocabulary;
		String word = words.isEmpty() ? this.vocabulary.get(this.random.nextInt(this.vocabulary.size()))
				: words.get(this.random.nextInt(words.size()));
		// Who has just come in has followed a link from elsewhere.
		if (page != null) {
			type(word, due, Math.min(LETTER * word.length(), (long) (TYPING * pause.toNanos())));
		}
		return word;
	}

	private void type(String word, long due, long taken) throws InterruptedException {
		double[] gaps = this.random.doubles(word.length(), 0.4, 1.6).toArray();
		double all = 0;
		for (double gap : gaps) {
			all += gap;
		}
		double at = due - taken;
		for (int letter = 1; letter <= word.length(); letter++) {
			double next = at + taken * gaps[letter - 1] / all;
			if (letter >= SHORTEST && next - at >= DEBOUNCE) {
				if (!this.clock.await((long) at + DEBOUNCE)) {
					return;
				}
				this.window.suggest(word.substring(0, letter));
			}
			at = next;
		}
	}

	/**
	 * Sends the words off.
	 */
	void search(String words) throws NoAnswerException, WrongThingException {
		Page page = this.window.get("/search?" + Form.query("q", words));
		String heading = page.first("main h1").map(Element::text).orElse("");
		if (!heading.contains(words)) {
			throw new WrongThingException(Failure.WRONG_CONTENT,
					"a search for \"%s\" was answered with \"%s\"".formatted(words, heading));
		}
		if (Links.products(page).isEmpty() && page.first("main .nothing").isEmpty()) {
			throw new WrongThingException(Failure.WRONG_CONTENT,
					"a search for \"%s\" was answered with an empty list".formatted(words));
		}
	}

}
