package dev.clickpath.cli.click.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/**
 * Puts what the hops of one answer told into each other and in order. A hop knows only
 * its own clock, so each step is counted from the step it lies within: the storefront
 * from the gateway's last try, a database from the call that led to it. That leaves out
 * the way from hop to hop, which on one machine is microseconds.
 */
public final class Steps {

	private static final String GATEWAY = "gateway";

	private static final String TRY = "gateway.upstream";

	private static final String STOREFRONT = "storefront";

	private static final String EDGE = "edge";

	/** Parts of a page are not within each other, whatever they are called. */
	private static final String PART = "page.";

	private static final double NANOS_A_MILLI = 1e6;

	/** A day. */
	private static final double LONGEST = 86_400_000;

	private final List<ServerTiming> told;

	private final Span window;

	private final int[] parents;

	private final List<Step> steps = new ArrayList<>();

	private Steps(List<ServerTiming> told, Span window) {
		this.told = told;
		this.window = window;
		this.parents = IntStream.range(0, told.size()).map(this::parent).toArray();
	}

	/**
	 * The steps, each behind the one it lies within.
	 * @param told by all hops
	 * @param window from the question to the last byte of the answer: the outermost hop
	 * begins with it, and nothing is drawn beyond it
	 */
	public static List<Step> of(List<ServerTiming> told, Span window) {
		Steps steps = new Steps(told, window);
		steps.add(-1, 0, window.from(), true);
		return List.copyOf(steps.steps);
	}

	private void add(int parent, int depth, long base, boolean exact) {
		List<Integer> children = new ArrayList<>();
		for (int i = 0; i < this.told.size(); i++) {
			if (this.parents[i] == parent) {
				children.add(i);
			}
		}
		// What has no beginning stays where it was told.
		children.sort(Comparator.comparingDouble(this::beginning));
		for (int child : children) {
			ServerTiming entry = this.told.get(child);
			boolean known = exact && (entry.at() != null || beginsWithItsParent(entry, parent));
			long start = bounded(base + nanos((entry.at() != null) ? entry.at() : 0));
			this.steps.add(new Step(entry.name(), depth, time(entry, start), known, entry.description()));
			add(child, depth + 1, start, known);
		}
	}

	private double beginning(int entry) {
		Double at = this.told.get(entry).at();
		return (at != null) ? at : 0;
	}

	/** The outermost hop, and a storefront within the try that reached it. */
	private boolean beginsWithItsParent(ServerTiming entry, int parent) {
		return (parent < 0) ? entry.name().equals(GATEWAY) || entry.name().equals(EDGE)
				: entry.name().equals(STOREFRONT) && this.told.get(parent).name().equals(TRY);
	}

	private @Nullable Span time(ServerTiming entry, long start) {
		return (entry.millis() != null) ? new Span(start, bounded(start + nanos(entry.millis()))) : null;
	}

	private long bounded(long moment) {
		return Math.clamp(moment, this.window.from(), this.window.to());
	}

	private static long nanos(double millis) {
		return Math.round(Math.min(millis, LONGEST) * NANOS_A_MILLI);
	}

	/** The step around this one, or -1 for the outermost. */
	private int parent(int entry) {
		String name = this.told.get(entry).name();
		return switch (name) {
			case EDGE -> -1;
			case GATEWAY -> find(EDGE, entry);
			case STOREFRONT -> first(find(TRY, entry), find(GATEWAY, entry));
			default -> within(name, entry);
		};
	}

	private int within(String name, int entry) {
		if (!name.startsWith(PART)) {
			for (int dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
				int around = find(name.substring(0, dot), entry);
				if (around >= 0) {
					return around;
				}
			}
		}
		boolean outer = name.startsWith(GATEWAY + ".") || name.startsWith(EDGE + ".");
		return outer ? -1 : first(find(STOREFRONT, entry), find(GATEWAY, entry));
	}

	private static int first(int found, int other) {
		return (found >= 0) ? found : other;
	}

	/**
	 * The next one with that name, since a call is told after what happened in it; else
	 * the last before. Nothing lies within itself.
	 */
	private int find(String name, int from) {
		int before = -1;
		for (int i = 0; i < this.told.size(); i++) {
			if (i != from && this.told.get(i).name().equals(name)) {
				if (i > from) {
					return i;
				}
				before = i;
			}
		}
		return before;
	}

}
