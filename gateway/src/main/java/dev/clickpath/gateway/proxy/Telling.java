package dev.clickpath.gateway.proxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.clickpath.defaults.timing.ServerTimingHeader;
import dev.clickpath.gateway.upstream.Choice;
import dev.clickpath.gateway.upstream.Outcome;
import dev.clickpath.gateway.upstream.Upstream;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway tells of one request: whom it could have asked and whom it chose, how
 * long the request waited in line, and what became of each try. All of it happens on one
 * event loop.
 */
final class Telling {

	static final String HOP = "gateway";

	private static final int MOST_CANDIDATES = 8;

	private final boolean listening;

	private final int room;

	private final long begin;

	private final List<Step> steps = new ArrayList<>(4);

	private final List<Try> tries = new ArrayList<>(2);

	private List<String> candidates = List.of();

	/**
	 * @param room so long the header may be; nothing is told when zero
	 * @param begin when the request came
	 */
	Telling(int room, long begin) {
		this.listening = room > 0;
		this.room = room;
		this.begin = begin;
	}

	private record Step(String name, long start, long duration) {
	}

	/** One try, and what became of it. */
	static final class Try {

		private final int number;

		private final Upstream upstream;

		private long start;

		private long duration;

		private @Nullable Outcome outcome;

		Try(int number, Upstream upstream) {
			this.number = number;
			this.upstream = upstream;
		}

		void begins(long now) {
			this.start = now;
		}

		/** How long it was until the head of the answer, or until it failed. */
		void ends(long now, Outcome outcome) {
			this.duration = (this.outcome == null) ? now - this.start : this.duration;
			this.outcome = outcome;
		}

		private String words() {
			String became = (this.outcome != null) ? this.outcome.name().toLowerCase(Locale.ROOT).replace('_', '-')
					: "pending";
			return "try=" + this.number + "; instance=" + this.upstream + "; outcome=" + became;
		}

	}

	/** Somebody is asked, for the so many-th time. */
	Try tries(int number, Upstream upstream) {
		Try next = new Try(number, upstream);
		this.tries.add(next);
		return next;
	}

	/** The request has waited in line. */
	void waited(long since, long now) {
		if (this.listening) {
			this.steps.add(new Step("gateway.queue", since - this.begin, now - since));
		}
	}

	/**
	 * Somebody was chosen.
	 * @param all whoever could have been
	 */
	void chose(List<Upstream> all, Choice choice, long since, long now) {
		if (this.listening) {
			this.steps.add(new Step("gateway.choice", since - this.begin, now - since));
			this.candidates = candidates(all, choice.upstream(), now);
		}
	}

	/** As they stood before the choice. */
	private static List<String> candidates(List<Upstream> all, Upstream chosen, long now) {
		List<String> told = new ArrayList<>(Math.min(all.size(), MOST_CANDIDATES));
		boolean chosenIsTold = false;
		for (Upstream upstream : all) {
			boolean isChosen = upstream.equals(chosen);
			chosenIsTold |= isChosen;
			if (told.size() < (chosenIsTold ? MOST_CANDIDATES : MOST_CANDIDATES - 1)) {
				told.add(candidate(upstream, isChosen, now));
			}
		}
		return told;
	}

	private static String candidate(Upstream upstream, boolean chosen, long now) {
		StringBuilder words = new StringBuilder(96).append(upstream.name())
			.append("; zone=")
			.append(upstream.zone())
			.append("; available=")
			.append(availability(upstream, chosen))
			.append("; in-flight=")
			.append(upstream.inFlight() - (chosen ? 1 : 0));
		double latency = upstream.latency(now);
		if (latency > 0) {
			ServerTimingHeader.appendMillis(words.append("; latency="), (long) latency);
		}
		return words.append(chosen ? "; chosen=yes" : "").toString();
	}

	private static String availability(Upstream upstream, boolean chosen) {
		if (upstream.isDraining()) {
			return "draining";
		}
		if (upstream.isEjected()) {
			return "ejected";
		}
		if (!upstream.isHealthy()) {
			return "unhealthy";
		}
		return (upstream.isFull() && !chosen) ? "full" : "yes";
	}

	/**
	 * The header.
	 * @param answeredBy the choice that led to the answer
	 * @param story what went before it, or empty
	 * @param behind the fields in which the upstream tells of itself
	 * @return null when nothing is to be told
	 */
	@Nullable String header(Choice answeredBy, String story, List<String> behind, long now) {
		if (!this.listening) {
			return null;
		}
		Upstream upstream = answeredBy.upstream();
		ServerTimingHeader header = new ServerTimingHeader(this.room);
		header.add(HOP, -1, now - this.begin, upstream.name() + "; zone=" + upstream.zone() + "; why="
				+ answeredBy.reason().replace("; ", ", ") + story);
		this.steps.forEach((step) -> header.add(step.name(), step.start(), step.duration(), null));
		for (Try each : this.tries) {
			header.add("gateway.upstream", each.start - this.begin, (each.outcome != null) ? each.duration : -1,
					each.words());
		}
		this.candidates.forEach((candidate) -> header.add("gateway.candidate", -1, -1, candidate));
		behind.forEach((field) -> header.addAll(field, HOP));
		return header.value();
	}

}
