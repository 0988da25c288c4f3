package dev.clickpath.recommendation.training;

import java.util.List;

/**
 * What recommendations are made of, as found by cross-validation.
 *
 * @param gain of the held-out products with it, 1 at most
 * @param events from how many events it was found
 */
public record Recipe(List<Part> parts, double gain, int events) {

	static final Recipe NONE = new Recipe(List.of(), 0, 0);

	/** What is sound everywhere, for want of a better one. */
	public static final Recipe USUAL = new Recipe(
			List.of(new Part(new Source.Pairs(new Spread(0.85, 1, 0.5)), 0.5, 0.5, 0.8, 1)), 0, 0);

	/** If there are so many times as many events, or so many times fewer, it is old. */
	private static final double OLD = 1.3;

	/**
	 * Whether there is so much more to go by, or so much less, that another may be
	 * better.
	 */
	public boolean isOldFor(int nowEvents) {
		return nowEvents > OLD * this.events || nowEvents * OLD < this.events;
	}

	/**
	 * The parts, as {@link #of} reads them.
	 */
	public String text() {
		return RecipeText.write(this.parts);
	}

	/**
	 * A recipe that was written down.
	 * @throws IllegalArgumentException when the text is none that {@link #text} has
	 * written
	 */
	public static Recipe of(String text, double gain, int events) {
		return new Recipe(RecipeText.read(text), gain, events);
	}

}
